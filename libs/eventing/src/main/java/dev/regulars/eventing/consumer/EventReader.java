package dev.regulars.eventing.consumer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.regulars.eventing.EventActor;
import dev.regulars.eventing.Version;
import dev.regulars.events.DomainEvent;
import dev.regulars.events.EventTypes;
import dev.regulars.web.json.Rfc3339;
import dev.regulars.web.trace.Traces;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the events of one sealed interface. A reader's record may be smaller than the sender's: unknown properties are ignored. */
final class EventReader<E extends DomainEvent> {

    private record Kind<E extends DomainEvent>(Class<? extends E> event, ObjectReader reader) {}

    private final Map<String, Kind<E>> kinds = new HashMap<>();

    /**
     * @param events sealed interfaces, or single events
     * @throws IllegalArgumentException where an event lacks an annotation, or two have the same name
     */
    EventReader(Set<Class<? extends E>> events, ObjectMapper json) {
        events.forEach(some -> EventTypes.of(some).forEach((type, event) -> kinds.put(type, kind(event, json))));
    }

    private static <E extends DomainEvent> Kind<E> kind(Class<? extends E> event, ObjectMapper json) {
        return new Kind<>(event, json.readerFor(event).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES));
    }

    /** Events of other names need not be looked at any further. */
    boolean isFor(IncomingRecord record) {
        String type = record.type();
        return type == null || kinds.containsKey(type);
    }

    /** Nothing for an event of another name, which is not for this reader. */
    @Nullable
    ReceivedEvent<E> read(IncomingRecord record) {
        String id = required(record.id(), "ce_id");
        Kind<E> kind = kinds.get(required(record.type(), "ce_type"));
        if (kind == null) {
            return null;
        }
        ReceivedEvent<?> known = record.event(() -> decoded(id, kind, record));
        return kind.event().isInstance(known.event()) ? known.as(kind.event()) : decoded(id, kind, record);
    }

    private ReceivedEvent<E> decoded(String id, Kind<E> kind, IncomingRecord record) {
        try {
            Instant at = Rfc3339.parse(required(record, "ce_time"));
            Version version =
                    new Version(Long.parseLong(required(record, "ce_epoch")), Long.parseLong(required(record, "ce_n")));
            return new ReceivedEvent<>(
                    id,
                    at,
                    version,
                    actor(record),
                    record.header(Traces.HEADER),
                    record.record().partition(),
                    record.record().offset(),
                    decoded(kind, data(record)));
        } catch (DateTimeParseException e) {
            throw new Unreadable("Not an event: its time is no time", e);
        } catch (NumberFormatException e) {
            throw new Unreadable("Not an event: its version is no number", e);
        }
    }

    private static String data(IncomingRecord record) {
        @Nullable String data = record.record().value();
        if (data == null || !data.stripLeading().startsWith("{")) {
            throw new Unreadable("Not an event: its data is no object");
        }
        return data;
    }

    private E decoded(Kind<E> kind, String data) {
        try {
            return kind.reader().readValue(data);
        } catch (StreamReadException e) {
            throw new Unreadable("Not an event: it is no JSON", e);
        } catch (JsonProcessingException e) {
            throw new Unreadable("Not a " + kind.event().getSimpleName() + ": " + e.getMessage(), e);
        }
    }

    private static @Nullable EventActor actor(IncomingRecord record) {
        String kind = record.header("ce_actorkind");
        String id = record.header("ce_actorid");
        return kind == null || id == null ? null : new EventActor(kind, id);
    }

    private static String required(IncomingRecord record, String name) {
        return required(record.header(name), name);
    }

    private static String required(@Nullable String value, String name) {
        if (value == null) {
            throw new Unreadable("Not an event: no header " + name);
        }
        return value;
    }

    /** A record that nobody can read, today or later: the one reason for the dead letters. */
    static final class Unreadable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Unreadable(String why, Throwable cause) {
            super(why, cause);
        }

        Unreadable(String why) {
            super(why);
        }
    }
}
