package dev.regulars.eventing.consumer;

import static dev.regulars.events.Topic.GAMIFICATION;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static java.util.stream.IntStream.range;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.regulars.eventing.note.MarkDocument;
import dev.regulars.eventing.note.NoteEvent.LineAdded;
import dev.regulars.testkit.KafkaRecords;
import dev.regulars.testkit.ManagementInterface;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class FailingKeysTest {

    KafkaRecords records;

    @Inject
    ScriptedConsumers consumers;

    final String community = UUID.randomUUID().toString();

    enum Fault implements Supplier<Uni<Void>> {
        FAILS {
            @Override
            public Uni<Void> get() {
                return Uni.createFrom().failure(new IllegalStateException("on purpose"));
            }
        },
        THROWS {
            @Override
            public Uni<Void> get() {
                throw new IllegalStateException("on purpose");
            }
        },
        THROWS_AN_ERROR {
            @Override
            public Uni<Void> get() {
                throw new StackOverflowError("on purpose");
            }
        },
        FAILS_WITH_AN_ERROR {
            @Override
            public Uni<Void> get() {
                return Uni.createFrom().failure(new AssertionError("on purpose"));
            }
        },
        ANSWERS_NULL {
            @Override
            public Uni<Void> get() {
                return null;
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"single", "together"})
    void ofTwentyKeysTheFailingOneWaitsAloneAndIsToldOfAndLosesNothing(String consumer) {
        var effect = consumers.of(consumer);
        List<String> notes = notes(20);
        String failing = notes.get(7);
        effect.fault(failing, line -> Fault.FAILS.get());

        records.putAll(lines(notes, 5));

        await().atMost(ofSeconds(5)).untilAsserted(() -> assertThat(notes)
                .filteredOn(note -> !note.equals(failing))
                .allSatisfy(note -> assertThat(effect.lines(note)).containsExactly("0", "1", "2", "3", "4")));
        await().atMost(ofSeconds(5)).until(() -> records.undone("notes-" + consumer, GAMIFICATION) == 0);
        await().atMost(ofSeconds(5)).untilAsserted(() -> assertParked(consumer, failing));
        assertThat(effect.lines(failing)).isEmpty();

        effect.heal(failing);

        await().atMost(ofSeconds(5)).until(() -> effect.lines(failing).size() == 5);
        assertThat(effect.lines(failing)).containsExactly("0", "1", "2", "3", "4");
        assertThat(MarkDocument.on(failing)).isEqualTo(5);
        await().atMost(ofSeconds(5)).untilAsserted(() -> ManagementInterface.get("/q/metrics")
                .then()
                .body(containsString("consumer_parked_keys{consumer=\"" + consumer + "\"} 0.0")));
    }

    private static void assertParked(String consumer, String failing) {
        ManagementInterface.get("/q/metrics")
                .then()
                .body(containsString("consumer_parked_keys{consumer=\"" + consumer + "\"} 1.0"))
                .body(containsString("consumer_parked_records{consumer=\"" + consumer + "\"} 5.0"));
        ManagementInterface.get("/q/health/ready")
                .then()
                .body("checks.find { it.name == 'parked events' }.status", equalTo("UP"))
                .body(
                        "checks.find { it.name == 'parked events' }.data." + consumer,
                        containsString(failing + ": java.lang.IllegalStateException: on purpose"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"single", "together"})
    void aFailingTenantSlowAsItIsHoldsUpNoOther(String consumer) {
        var effect = consumers.of(consumer);
        String failing = UUID.randomUUID().toString();
        List<String> theirs = notes(40);
        List<String> others = notes(40);
        theirs.forEach(note -> effect.fault(note, line -> Fault.FAILS
                .get()
                .onFailure()
                .call(() -> Uni.createFrom().voidItem().onItem().delayIt().by(ofMillis(500)))));

        for (int turn = 0; turn < 3; turn++) {
            List<ProducerRecord<String, String>> mixed = new ArrayList<>();
            for (int i = 0; i < theirs.size(); i++) {
                mixed.add(record(failing, theirs.get(i), String.valueOf(turn), turn));
                mixed.add(record(community, others.get(i), String.valueOf(turn), turn));
            }
            records.putAll(mixed);
        }

        await().atMost(ofSeconds(5)).untilAsserted(() -> assertThat(others)
                .allSatisfy(note -> assertThat(effect.lines(note)).containsExactly("0", "1", "2")));
        theirs.forEach(effect::heal);
        await().atMost(ofSeconds(20)).untilAsserted(() -> assertThat(theirs)
                .allSatisfy(note -> assertThat(effect.lines(note)).containsExactly("0", "1", "2")));
    }

    @ParameterizedTest
    @CsvSource({
        "single, FAILS",
        "single, THROWS",
        "single, THROWS_AN_ERROR",
        "single, FAILS_WITH_AN_ERROR",
        "single, ANSWERS_NULL",
        "together, THROWS",
        "together, THROWS_AN_ERROR"
    })
    void howeverAnEffectFailsItIsTriedAgainAndTheConsumerGoesOn(String consumer, Fault fault) {
        var effect = consumers.of(consumer);
        List<String> notes = notes(2);
        var first = new AtomicBoolean(true);
        effect.fault(notes.getFirst(), line -> {
            effect.heal(notes.getFirst());
            assertThat(first.getAndSet(false)).isTrue();
            return fault.get();
        });

        records.putAll(lines(notes, 2));

        await().atMost(ofSeconds(5)).untilAsserted(() -> assertThat(notes)
                .allSatisfy(note -> assertThat(effect.lines(note)).containsExactly("0", "1")));
        assertThat(first).isFalse();
    }

    @Test
    void underFaultsOfAllKindsEachKeyKeepsItsOrder() {
        var effect = consumers.of("single");
        var random = new Random(4711);
        List<String> notes = notes(20);
        var tried = ConcurrentHashMap.<String>newKeySet();
        notes.forEach(note -> effect.fault(note, line -> {
            int dice = tried.add(note + line.line()) ? random.nextInt(25) : 25;
            return dice < Fault.values().length ? Fault.values()[dice].get() : effect.mark(line);
        }));
        List<ProducerRecord<String, String>> all = new ArrayList<>();
        for (ProducerRecord<String, String> line : lines(notes, 10)) {
            all.add(line);
            if (random.nextInt(20) == 0) {
                all.add(new ProducerRecord<>(line.topic(), line.key(), "garbage"));
            }
        }

        records.putAll(all);

        List<String> inOrder = range(0, 10).mapToObj(String::valueOf).toList();
        await().atMost(ofSeconds(20)).untilAsserted(() -> assertThat(notes)
                .allSatisfy(note -> assertThat(effect.lines(note)).isEqualTo(inOrder)));
        notes.forEach(effect::heal);
    }

    private static List<String> notes(int count) {
        return range(0, count).mapToObj(i -> UUID.randomUUID().toString()).toList();
    }

    /** Keys take turns. */
    private List<ProducerRecord<String, String>> lines(List<String> notes, int each) {
        return range(0, each)
                .boxed()
                .flatMap(line -> notes.stream().map(note -> record(community, note, String.valueOf(line), line)))
                .toList();
    }

    private static ProducerRecord<String, String> record(String community, String note, String line, int n) {
        return KafkaRecords.record(GAMIFICATION, new LineAdded(community, note, line), n);
    }
}
