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
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventReaderTest {

    private final ObjectMapper json = new ObjectMapper();
    private final IncomingRecord record = received(new LineAdded("c", "n", "line"));

    @Test
    void anEventIsReadAsItsRecordWithWhatTheHeadersSay() {
        record.record().headers().add("ce_actorkind", "user".getBytes(UTF_8)).add("ce_actorid", "a1".getBytes(UTF_8));

        var event = reader(NoteEvent.class).read(record);

        assertThat(event.event()).isEqualTo(new LineAdded("c", "n", "line"));
        assertThat(event.version()).isEqualTo(new Version(0, 7));
        assertThat(event.actor()).isEqualTo(new EventActor("user", "a1"));
    }

    @Test
    void anEventOfTheServiceItselfHasNoActor() {
        assertThat(reader(NoteEvent.class).read(record).actor()).isNull();
    }

    @Test
    void anEventOfAnotherNameIsNotForThisReader() {
        assertThat(reader(NoteRemoved.class).read(record)).isNull();
        assertThat(reader(NoteRemoved.class).isFor(record)).isFalse();
    }

    @Test
    void aReaderMayBeForSomeEventsOfAnInterface() {
        EventReader<NoteEvent> reader = reader(LineAdded.class, NoteRemoved.class);

        assertThat(reader.isFor(record)).isTrue();
        assertThat(reader.isFor(ofType("notes.note.written.v1"))).isFalse();
        assertThat(reader.isFor(ofType(null)))
                .as("it is to be put to the dead letters")
                .isTrue();
    }

    @Test
    void propertiesThatTheReaderDoesNotKnowAreIgnored() {
        var written = reader(NoteEvent.class).read(ofType("notes.note.written.v1"));

        assertThat(written.event()).isEqualTo(new NoteWritten("c", "n"));
    }

    @Test
    void whoeverReadsAnEventFirstDecodesItForTheOthers() {
        LineAdded first = (LineAdded) reader(NoteEvent.class).read(record).event();

        assertThat(reader(LineAdded.class).read(record).event()).isSameAs(first);
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private EventReader<NoteEvent> reader(Class<? extends NoteEvent>... events) {
        return new EventReader<>(Set.of(events), json);
    }

    private IncomingRecord ofType(@Nullable String type) {
        record.record().headers().remove("ce_type");
        if (type != null) {
            record.record().headers().add("ce_type", type.getBytes(UTF_8));
        }
        return new IncomingRecord(record.record());
    }

    private static IncomingRecord received(LineAdded line) {
        var sent = KafkaRecords.record(Topic.REWARDS, line, 7);
        return new IncomingRecord(new ConsumerRecord<>(
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
                Optional.empty()));
    }
}
