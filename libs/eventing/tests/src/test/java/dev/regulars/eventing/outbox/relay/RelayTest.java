package dev.regulars.eventing.outbox.relay;

import static dev.regulars.eventing.note.StoredNotes.awaitTold;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.regulars.eventing.note.NoteDocument;
import dev.regulars.eventing.note.StoredNotes;
import dev.regulars.eventing.outbox.FirstSights;
import dev.regulars.eventing.outbox.OutboxConfig;
import dev.regulars.eventing.outbox.Replica;
import dev.regulars.eventing.outbox.relay.DocumentQueue.Receipt;
import dev.regulars.testkit.KafkaRecords;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RelayTest {

    /** Takes out nothing before it is told to. */
    static final class HeldCleaner extends OutboxCleaner {

        private record Held(List<Receipt> batch, UniEmitter<? super List<Receipt>> answer) {}

        private final BlockingQueue<Held> batches = new LinkedBlockingQueue<>();

        HeldCleaner(ReactiveMongoClient mongo) {
            super(mongo, "notes");
        }

        @Override
        Uni<List<Receipt>> takeOut(List<Receipt> receipts) {
            return Uni.createFrom().emitter(answer -> batches.add(new Held(receipts, answer)));
        }

        Held next() throws InterruptedException {
            Held next = batches.poll(20, SECONDS);
            assertThat(next).as("a batch").isNotNull();
            return next;
        }

        void takeOut(Held held) {
            held.answer().complete(super.takeOut(held.batch()).await().indefinitely());
        }
    }

    KafkaRecords records;

    @Inject
    KafkaPublisher broker;

    @Inject
    OutboxConfig config;

    @Inject
    Replica.Parts parts;

    HeldCleaner cleaner;
    RelayMetrics metrics;
    Relay relay;

    @Inject
    void start(ReactiveMongoClient mongo) {
        cleaner = new HeldCleaner(mongo);
        metrics = new RelayMetrics(new SimpleMeterRegistry(), config, Clock.systemUTC());
        relay = new Relay(broker, cleaner, config, metrics);
    }

    @AfterEach
    void stop() {
        relay.stop();
    }

    @Test
    void aReceiptInTwoBatchesWhoseQueueIsForgottenDoesNotHoldTheOthers() throws InterruptedException {
        PendingEvents twice = written();
        PendingEvents locked = written();
        relay.handOver(twice);
        var first = cleaner.next();
        relay.handOver(twice); // as a sweep does, since the event is in the document still
        relay.handOver(locked);
        assertThat(FirstSights.of(records, id(locked), 1)).hasSize(1);
        await().atMost(20, SECONDS).until(() -> metrics.held() == 0); // and the relay knows
        cleaner.takeOut(first);
        var second = cleaner.next();
        assertThat(second.batch()).extracting(Receipt::document).contains(twice.document(), locked.document());

        relay.tidy();
        relay.tidy();
        second.answer()
                .complete(second.batch().stream()
                        .filter(receipt -> receipt.document().equals(locked.document()))
                        .toList());

        var third = cleaner.next();
        assertThat(third.batch()).extracting(Receipt::document).containsExactly(locked.document());
        cleaner.takeOut(third);
        awaitTold(id(twice));
        awaitTold(id(locked));
    }

    private static String id(PendingEvents document) {
        return document.document().id().asString().getValue();
    }

    /** By a replica that was killed before its relay knew of it. */
    private PendingEvents written() {
        try (var crashing = parts.crashing("crashing")) {
            NoteDocument note = NoteDocument.by("ana")
                    .write(crashing.outbox.alone())
                    .await()
                    .indefinitely();
            Document stored = StoredNotes.note(note.id);
            return PendingEvents.in("notes", stored.toBsonDocument());
        }
    }
}
