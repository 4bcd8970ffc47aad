package dev.regulars.eventing.consumer;

import static io.opentelemetry.api.trace.SpanKind.CONSUMER;

import dev.regulars.eventing.consumer.EventReader.Unreadable;
import dev.regulars.eventing.worker.Poller;
import dev.regulars.events.DomainEvent;
import dev.regulars.web.trace.Traces;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextStorage;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** What a service does about its events: reading, effect, dead letters. Every way to fail ends in a failed {@code Uni}. */
public final class Reaction<E extends DomainEvent> {

    /** An effect that never answers must not hold a partition for ever. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final EventReader<E> reader;
    private final Function<List<ReceivedEvent<E>>, Uni<Void>> effect;
    private final Means means;

    /** What every reaction uses. */
    record Means(Vertx vertx, DeadLetters deadLetters, Traces traces) {}

    Reaction(EventReader<E> reader, Function<List<ReceivedEvent<E>>, Uni<Void>> effect, Means means) {
        this.reader = reader;
        this.effect = effect;
        this.means = means;
    }

    /** There is none to events of other names. */
    boolean isTo(IncomingRecord record) {
        return reader.isFor(record);
    }

    /** To a record that cannot be read the reaction is to put it to the dead letters. */
    public Uni<Void> to(ConsumerRecord<String, String> record) {
        return to(new IncomingRecord(record));
    }

    Uni<Void> to(IncomingRecord record) {
        return to(List.of(record)).onFailure(Unreadable.class).recoverWithUni(why -> means.deadLetters()
                .put(record.record(), String.valueOf(why.getMessage())));
    }

    /** To all of them together; fails as a whole, and also where one cannot be read. */
    Uni<Void> to(List<IncomingRecord> records) {
        return Uni.createFrom()
                .deferred(() -> {
                    List<ReceivedEvent<E>> events = read(records);
                    return events.isEmpty() ? Uni.createFrom().voidItem() : traced(records, events);
                })
                .runSubscriptionOn(Poller.contextOfItsOwn(means.vertx()))
                .ifNoItem()
                .after(PATIENCE)
                .fail();
    }

    private Uni<Void> traced(List<IncomingRecord> records, List<ReceivedEvent<E>> events) {
        List<Span> spans = begin(records);
        return Uni.createFrom()
                .deferred(() -> effect.apply(events))
                .onTermination()
                .invoke(() -> spans.forEach(Span::end));
    }

    private List<ReceivedEvent<E>> read(List<IncomingRecord> records) {
        List<ReceivedEvent<E>> events = new ArrayList<>(records.size());
        for (IncomingRecord record : records) {
            @Nullable ReceivedEvent<E> event = reader.read(record);
            if (event != null) {
                events.add(event);
            }
        }
        return events;
    }

    /** What a single record brings about belongs to its trace; the context ends with the reaction. */
    private List<Span> begin(List<IncomingRecord> records) {
        List<Span> spans = records.stream()
                .map(record -> means.traces()
                        .begin(record.record().topic() + " receive", CONSUMER, record.header(Traces.HEADER)))
                .toList();
        if (spans.size() == 1 && spans.getFirst().getSpanContext().isValid()) {
            var unused = ContextStorage.get().attach(Context.root().with(spans.getFirst()));
        }
        return spans;
    }
}
