package dev.regulars.eventing.consumer;

import static dev.regulars.events.Topic.COMMUNITY;
import static java.time.Duration.ofSeconds;
import static java.util.stream.IntStream.range;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.regulars.eventing.note.NoteEvent.LineAdded;
import dev.regulars.testkit.KafkaRecords;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Consumers that read a topic together. */
@QuarkusTest
class ReactionGroupTest {

    KafkaRecords records;

    @Inject
    ScriptedConsumers consumers;

    final String community = UUID.randomUUID().toString();
    final String note = UUID.randomUUID().toString();

    @Test
    void eachHasAllRecordsAndAKeyThatFailsOneOfThemStopsNoOther() {
        var steady = consumers.of("steady");
        var faulty = consumers.of("faulty");
        faulty.fault(note, line -> Uni.createFrom().failure(new IllegalStateException("on purpose")));

        records.putAll(range(0, 5)
                .mapToObj(i -> KafkaRecords.record(COMMUNITY, new LineAdded(community, note, "" + i), i + 1))
                .toList());

        await().atMost(ofSeconds(10)).until(() -> steady.lines(note).size() == 5);
        await().atMost(ofSeconds(10)).until(() -> records.undone("notes-shared", COMMUNITY) == 0);
        assertThat(faulty.lines(note)).isEmpty();
        faulty.heal(note);
        await().atMost(ofSeconds(10)).until(() -> faulty.lines(note).size() == 5);
        assertThat(faulty.lines(note)).containsExactly("0", "1", "2", "3", "4");
        assertThat(steady.effects(note)).isEqualTo(5);
    }
}
