package dev.regulars.eventing.consumer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.regulars.eventing.EventActor;
import dev.regulars.eventing.Version;
import dev.regulars.eventing.note.NoteEvent;
import dev.regulars.eventing.note.NoteEvent.LineAdded;
import dev.regulars.eventing.note.NoteEvent.NoteRemoved;
import dev.regulars.eventing.note.NoteEvent.NoteWritten;
import dev.regulars.events.Topic;
import dev.regulars.testkit.KafkaRecords;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class EventReaderTest {

    final ConsumerRecord<String, String> record = received(new LineAdded("c", "n", "line"));

    @Test
    void anEventIsReadAsItsRecordWithWhatTheHeadersSay() {
        record.headers().add("ce_actorkind", "user".getBytes(UTF_8)).add("ce_actorid", "a1".getBytes(UTF_8));

        var event = new EventReader<>(NoteEvent.class, new ObjectMapper()).read(record);

        assertThat(event.event()).isEqualTo(new LineAdded("c", "n", "line"));
        assertThat(event.version()).isEqualTo(new Version(0, 7));
        assertThat(event.actor()).isEqualTo(new EventActor("user", "a1"));
    }

    @Test
    void anEventOfTheServiceItselfHasNoActor() {
        assertThat(new EventReader<>(NoteEvent.class, new ObjectMapper())
                        .read(record)
                        .actor())
                .isNull();
    }

    @Test
    void anEventOfAnotherNameIsNotForThisReader() {
        assertThat(new EventReader<>(NoteRemoved.class, new ObjectMapper()).read(record))
                .isNull();
    }

    @Test
    void onlyAnEventOfAnotherNameIsForOthersAndNotWhatNobodyCanRead() {
        var reader = new EventReader<>(NoteRemoved.class, new ObjectMapper());

        assertThat(reader.isForOthers(record)).isTrue();
        assertThat(new EventReader<>(NoteEvent.class, new ObjectMapper()).isForOthers(record))
                .isFalse();
        record.headers().remove("ce_n");
        assertThat(reader.isForOthers(record)).isFalse();
        record.headers().remove("ce_type");
        assertThat(reader.isForOthers(record)).isFalse();
    }

    @Test
    void propertiesThatTheReaderDoesNotKnowAreIgnored() {
        record.headers().remove("ce_type").add("ce_type", "notes.note.written.v1".getBytes(UTF_8));

        assertThat(new EventReader<>(NoteEvent.class, new ObjectMapper())
                        .read(record)
                        .event())
                .isEqualTo(new NoteWritten("c", "n"));
    }

    private static ConsumerRecord<String, String> received(LineAdded line) {
        var sent = KafkaRecords.record(Topic.REWARDS, line, 7);
        return new ConsumerRecord<>(
                sent.topic(),
                0,
                0,
                0,
                TimestampType.CREATE_TIME,
                0,
                0,
                sent.key(),
                sent.value(),
                sent.headers(),
                Optional.empty());
    }
}
