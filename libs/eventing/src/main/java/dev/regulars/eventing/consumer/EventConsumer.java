package dev.regulars.eventing.consumer;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.regulars.eventing.MicroBatcher;
import dev.regulars.eventing.Poller;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jspecify.annotations.Nullable;

/**
 * How a consumer takes a record: {@code return consumer.take("points", record, this::award)}. What cannot be read goes to the dead
 * letters (the channel's failure strategy does that with any failure it sees); every other failure is tried again without
 * end while the partition waits, since to skip a record is to lose it.
 */
@ApplicationScoped
public class EventConsumer {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final int MOST_AT_ONCE = 256;

    private final Vertx vertx;
    private final ObjectMapper json;
    private final StalledPartitions stalls;

    EventConsumer(Vertx vertx, ObjectMapper json, StalledPartitions stalls) {
        this.vertx = vertx;
        this.json = json;
        this.stalls = stalls;
    }

    public Uni<Void> take(
            String consumer, ConsumerRecord<String, String> record, Function<ReceivedEvent, Uni<Void>> reaction) {
        String partition = partition(consumer, record);
        return persevere(Set.of(partition), Poller.thisContext(), () -> reaction.apply(ReceivedEvent.of(record, json)));
    }

    /**
     * The same for a channel whose records cost less together than one by one: what came in during one reaction is
     * reacted to as a whole by the next, and none of it is done with before all of it is.
     *
     * @param reading of a single record; answers nothing for one that is of no interest
     */
    public <T> void takeAll(
            String consumer,
            Multi<Message<ConsumerRecord<String, String>>> channel,
            Function<ReceivedEvent, @Nullable T> reading,
            Function<List<T>, Uni<Void>> reaction) {
        channel.subscribe(new Taking<T>(consumer, reading, reaction));
    }

    /** Asks for as many records as it is done with, so that no more are held than a batch may have. */
    private final class Taking<T> implements Flow.Subscriber<Message<ConsumerRecord<String, String>>> {

        private final String consumer;
        private final Function<ReceivedEvent, @Nullable T> reading;
        private final Function<List<T>, Uni<Void>> reaction;
        private final MicroBatcher<Message<ConsumerRecord<String, String>>> batcher =
                new MicroBatcher<>(MOST_AT_ONCE, this::take);
        private Flow.@Nullable Subscription records;

        Taking(String consumer, Function<ReceivedEvent, @Nullable T> reading, Function<List<T>, Uni<Void>> reaction) {
            this.consumer = consumer;
            this.reading = reading;
            this.reaction = reaction;
        }

        @Override
        public void onSubscribe(Flow.Subscription records) {
            this.records = records;
            records.request(MOST_AT_ONCE);
        }

        @Override
        public void onNext(Message<ConsumerRecord<String, String>> message) {
            batcher.add(message);
        }

        @Override
        public void onError(Throwable failure) {
            Log.errorf(failure, "%s takes no more records", consumer);
        }

        @Override
        public void onComplete() {
            Log.debugf("%s has no more records", consumer);
        }

        private Uni<Void> take(List<Message<ConsumerRecord<String, String>>> some) {
            return takeSome(consumer, some, reading, reaction)
                    .invoke(() -> requireNonNull(records).request(some.size()));
        }
    }

    private <T> Uni<Void> takeSome(
            String consumer,
            List<Message<ConsumerRecord<String, String>>> some,
            Function<ReceivedEvent, @Nullable T> reading,
            Function<List<T>, Uni<Void>> reaction) {
        List<T> read = new ArrayList<>(some.size());
        List<CompletableFuture<Void>> done = new ArrayList<>(some.size());
        List<Message<ConsumerRecord<String, String>>> readable = new ArrayList<>(some.size());
        for (Message<ConsumerRecord<String, String>> message : some) {
            try {
                T one = reading.apply(ReceivedEvent.of(message.getPayload(), json));
                readable.add(message);
                if (one != null) {
                    read.add(one);
                }
            } catch (ReceivedEvent.Unreadable e) {
                done.add(message.nack(e).toCompletableFuture());
            }
        }
        Set<String> partitions = some.stream()
                .map(message -> partition(consumer, message.getPayload()))
                .collect(toSet());
        return persevere(
                        partitions,
                        Poller.contextOfItsOwn(vertx),
                        () -> read.isEmpty() ? Uni.createFrom().voidItem() : reaction.apply(read))
                .chain(() -> {
                    readable.forEach(message -> done.add(message.ack().toCompletableFuture()));
                    return Uni.createFrom()
                            .completionStage(CompletableFuture.allOf(done.toArray(CompletableFuture[]::new)));
                });
    }

    /** @param context for every try: a pause ends on a timer's thread */
    private Uni<Void> persevere(Set<String> partitions, Executor context, Supplier<Uni<? extends Void>> reaction) {
        return Uni.createFrom()
                .<Void>deferred(reaction)
                .runSubscriptionOn(context)
                .onFailure(EventConsumer::mayPass)
                .invoke(failure -> {
                    Log.warnf(failure, "Records of %s wait", partitions);
                    partitions.forEach(partition -> stalls.begin(partition, failure));
                })
                .onFailure(EventConsumer::mayPass)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .withJitter(0.5)
                .indefinitely()
                .eventually(() -> partitions.forEach(stalls::end));
    }

    private static String partition(String consumer, ConsumerRecord<String, String> record) {
        return consumer + " at " + record.topic() + "-" + record.partition();
    }

    private static boolean mayPass(Throwable failure) {
        return !(failure instanceof ReceivedEvent.Unreadable);
    }
}
