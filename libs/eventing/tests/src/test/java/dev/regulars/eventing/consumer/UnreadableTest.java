package dev.regulars.eventing.consumer;

import static dev.regulars.eventing.note.NoteDocument.COMMUNITY;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.regulars.eventing.note.MarkDocument;
import dev.regulars.eventing.note.NoteEvent.LineAdded;
import dev.regulars.events.Topic;
import dev.regulars.testkit.KafkaRecords;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class UnreadableTest {

    KafkaRecords records;

    final String note = UUID.randomUUID().toString();
    final ProducerRecord<String, String> next =
            KafkaRecords.record(Topic.REWARDS, new LineAdded(COMMUNITY, note, "the next one"), 1);

    @Test
    void aRecordThatIsNoEventIsPutAsideWithTheReasonAndTheNextOneGoesOn() {
        records.put(new ProducerRecord<>(Topic.REWARDS.title(), next.key(), "garbage"));

        assertPutAside("Not an event: no header ce_id");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "nothing",
            quoteCharacter = '"',
            value = {
                "{half a rec | Not an event: it is no JSON",
                "nothing     | Not an event: its data is no object",
                "null        | Not an event: its data is no object",
                "42          | Not an event: its data is no object",
                "{'noteId': {'$ne': null}} | Not a LineAdded: "
            })
    void dataThatCannotBeReadIsPutAsideWithTheReasonAndTheNextOneGoesOn(@Nullable String data, String reason) {
        String json = data == null ? null : data.replace('\'', '"');
        records.put(new ProducerRecord<>(Topic.REWARDS.title(), null, next.key(), json, next.headers()));

        assertPutAside(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "ce_id, , Not an event: no header ce_id",
        "ce_time, yesterday, Not an event: its time is no time",
        "ce_n, many, Not an event: its version is no number"
    })
    void aHeaderThatCannotBeReadIsNamed(String header, @Nullable String value, String reason) {
        var wrong = new ProducerRecord<>(Topic.REWARDS.title(), null, next.key(), "{}", next.headers());
        wrong.headers().remove(header).add(header, value == null ? null : value.getBytes(UTF_8));
        records.put(wrong);

        assertPutAside(reason);
    }

    @Test
    void aRepeatIsAppliedOnce() {
        records.put(next);
        records.put(next);
        records.put(KafkaRecords.record(Topic.REWARDS, new LineAdded(COMMUNITY, note, "another"), 2));

        await().atMost(ofSeconds(60)).until(() -> MarkDocument.on(note) == 2);
    }

    private void assertPutAside(String reason) {
        records.put(next);

        await().atMost(ofSeconds(60)).until(() -> MarkDocument.on(note) == 1);
        assertThat(records.about("notes-service.dead-letters", next.key()))
                .extracting(letter -> KafkaRecords.header(letter, "dead-letter-reason"))
                .singleElement()
                .asString()
                .startsWith(reason);
    }
}
