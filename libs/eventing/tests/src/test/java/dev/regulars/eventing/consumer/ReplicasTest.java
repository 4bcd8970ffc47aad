package dev.regulars.eventing.consumer;

import static dev.regulars.events.Topic.ANALYSIS;
import static java.time.Duration.ofSeconds;
import static java.util.concurrent.TimeUnit.SECONDS;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.IntStream.range;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.regulars.eventing.consumer.parking.ParkedKeyMetrics;
import dev.regulars.eventing.consumer.parking.ParkedRecords;
import dev.regulars.eventing.note.MarkDocument;
import dev.regulars.eventing.note.NoteEvent.LineAdded;
import dev.regulars.testkit.KafkaRecords;
import dev.regulars.web.trace.Traces;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReplicasTest {

    private static final String GROUP = "notes-replicas";

    KafkaRecords records;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    @Inject
    Vertx vertx;

    @Inject
    ObjectMapper json;

    @Inject
    ConsumersConfig config;

    @Inject
    ParkedRecords store;

    @Inject
    ParkedKeyMetrics notes;

    @Inject
    StalledPartitions stalls;

    @Inject
    DeadLetters deadLetters;

    @Inject
    Traces traces;

    final ScriptedEffect effect = new ScriptedEffect();
    final String note = UUID.randomUUID().toString();
    final List<EventConsumer> running = new ArrayList<>();

    @AfterEach
    void stop() {
        running.forEach(replica -> replica.stop(new ShutdownEvent()));
    }

    @Test
    void aReplicaKilledBetweenEffectAndCommitLeavesARepeatThatChangesNothing() throws Exception {
        EventConsumer killed = replica();
        records.putAll(lines(note, 3));
        await().atMost(ofSeconds(10)).until(() -> effect.lines(note).size() == 3);
        await().atMost(ofSeconds(5)).until(() -> records.undone(GROUP, ANALYSIS) == 0);
        killed.stop(new ShutdownEvent());
        commitNothing();

        replica();

        await().atMost(ofSeconds(10)).until(() -> effect.effects(note) == 6);
        assertThat(MarkDocument.on(note)).isEqualTo(3);
    }

    @Test
    void aReplicaKilledBetweenParkingAndCommitParksNothingTwice() throws Exception {
        effect.fault(note, line -> Uni.createFrom().failure(new IllegalStateException("on purpose")));
        EventConsumer killed = replica();
        records.putAll(lines(note, 3));
        await().atMost(ofSeconds(10)).until(() -> notes.of("replicas").records() == 3);
        killed.stop(new ShutdownEvent());
        commitNothing();

        replica();
        await().atMost(ofSeconds(10)).until(() -> records.undone(GROUP, ANALYSIS) == 0);
        effect.heal(note);

        await().atMost(ofSeconds(5)).until(() -> effect.lines(note).size() == 3);
        assertThat(effect.lines(note)).containsExactly("0", "1", "2");
        assertThat(effect.effects(note)).isEqualTo(3);
    }

    @Test
    void recordsThatACrashLeftWithoutTheirKeyAreTried() {
        var left = lines(note, 1).getFirst();
        records.put(left);
        var stored = await().atMost(ofSeconds(5))
                .until(() -> records.about(ANALYSIS.title(), left.key()), found -> !found.isEmpty());
        store.park("replicas", stored, 0, Instant.now().plusSeconds(600), "on purpose")
                .await()
                .indefinitely();
        store.forget("replicas", left.key()).await().indefinitely();

        replica();

        await().atMost(ofSeconds(5)).until(() -> effect.lines(note).size() == 1);
    }

    @Test
    void aReplicaThatJoinsWhileRecordsComeLosesNothingAndKeepsTheOrderOfKeys() throws InterruptedException {
        List<String> several =
                range(0, 20).mapToObj(i -> UUID.randomUUID().toString()).toList();
        replica();
        var byTheOther = new AtomicInteger();
        replica(received -> effect.one(received).invoke(byTheOther::incrementAndGet));

        int line = 0;
        while (byTheOther.get() < 20 && line < 200) {
            records.putAll(lines(several, line, ++line));
            Thread.sleep(50);
        }

        List<String> inOrder = range(0, line).mapToObj(String::valueOf).toList();
        await().atMost(ofSeconds(20)).untilAsserted(() -> assertThat(several)
                .allSatisfy(one -> assertThat(effect.lines(one)).isEqualTo(inOrder)));
        assertThat(byTheOther).hasValueGreaterThanOrEqualTo(20);
    }

    private EventConsumer replica() {
        return replica(effect::one);
    }

    private EventConsumer replica(Function<ReceivedEvent<LineAdded>, Uni<Void>> reaction) {
        var replica = new EventConsumer(
                vertx, kafka, json, config, store, notes, stalls, deadLetters, traces, new SimpleMeterRegistry());
        running.add(replica);
        replica.consume("replicas", LineAdded.class, reaction);
        replica.start(new StartupEvent());
        return replica;
    }

    /** As if the last commits had not been made. */
    private void commitNothing() throws Exception {
        try (var admin = Admin.create(kafka)) {
            Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(GROUP)
                    .partitionsToOffsetAndMetadata()
                    .get(10, SECONDS);
            long ours = records.about(ANALYSIS.title(), "c:" + note).getFirst().offset();
            int partition =
                    records.about(ANALYSIS.title(), "c:" + note).getFirst().partition();
            admin.alterConsumerGroupOffsets(
                            GROUP,
                            committed.keySet().stream()
                                    .filter(one -> one.partition() == partition)
                                    .collect(toMap(one -> one, one -> new OffsetAndMetadata(ours))))
                    .all()
                    .get(10, SECONDS);
        }
    }

    private static List<ProducerRecord<String, String>> lines(String note, int count) {
        return lines(List.of(note), 0, count);
    }

    private static List<ProducerRecord<String, String>> lines(List<String> notes, int first, int end) {
        return range(first, end)
                .boxed()
                .flatMap(line -> notes.stream()
                        .map(one -> KafkaRecords.record(ANALYSIS, new LineAdded("c", one, String.valueOf(line)), line)))
                .toList();
    }
}
