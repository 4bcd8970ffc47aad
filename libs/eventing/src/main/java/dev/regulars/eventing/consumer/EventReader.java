package dev.regulars.eventing.consumer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.github.benmanes.caffeine.cache.Cache;
import dev.regulars.eventing.EventActor;
import dev.regulars.eventing.Version;
import dev.regulars.events.DomainEvent;
import dev.regulars.events.EventTypes;
import dev.regulars.web.trace.Traces;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Reads the events of one sealed interface. A reader's record may be smaller than the sender's: unknown properties are ignored. */
final class EventReader<E extends DomainEvent> {

    private static final String TYPE = "ce_type";

    private record Kind<E extends DomainEvent>(Class<? extends E> event, ObjectReader reader) {}

    private final Map<String, Kind<E>> kinds = new HashMap<>();
    private final @Nullable Cache<String, ReceivedEvent<?>> lately;

    /**
     * @param events sealed interfaces, or single events
     * @param lately by id, what other readers have just read; nothing where there are no others
     * @throws IllegalArgumentException where an event lacks an annotation, or two have the same name
     */
    EventReader(Set<Class<? extends E>> events, ObjectMapper json, @Nullable Cache<String, ReceivedEvent<?>> lately) {
        this.lately = lately;
        events.forEach(some -> EventTypes.of(some).forEach((type, event) -> kinds.put(type, kind(event, json))));
    }

    private static <E extends DomainEvent> Kind<E> kind(Class<? extends E> event, ObjectMapper json) {
        return new Kind<>(event, json.readerFor(event).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES));
    }

    /** Events of other names need not be looked at any further. */
    boolean isFor(ConsumerRecord<String, String> record) {
        String type = header(record, TYPE);
        return type == null || kinds.containsKey(type);
    }

    /** Nothing for an event of another name, which is not for this reader. Whoever reads an event first decodes it for the others. */
    @Nullable
    ReceivedEvent<E> read(ConsumerRecord<String, String> record) {
        String id = required(record, "ce_id");
        Kind<E> kind = kinds.get(required(record, TYPE));
        if (kind == null) {
            return null;
        }
        if (lately == null) {
            return decoded(id, kind, record);
        }
        ReceivedEvent<?> known = lately.get(id, first -> decoded(id, kind, record));
        return known.isOf(record) && kind.event().isInstance(known.event())
                ? known.as(kind.event())
                : decoded(id, kind, record);
    }

    private ReceivedEvent<E> decoded(String id, Kind<E> kind, ConsumerRecord<String, String> record) {
        try {
            Instant at = Instant.parse(required(record, "ce_time"));
            Version version =
                    new Version(Long.parseLong(required(record, "ce_epoch")), Long.parseLong(required(record, "ce_n")));
            return new ReceivedEvent<>(
                    id,
                    at,
                    version,
                    actor(record),
                    header(record, Traces.HEADER),
                    record.partition(),
                    record.offset(),
                    decoded(kind, data(record)));
        } catch (DateTimeParseException e) {
            throw new Unreadable("Not an event: its time is no time", e);
        } catch (NumberFormatException e) {
            throw new Unreadable("Not an event: its version is no number", e);
        }
    }

    private static String data(ConsumerRecord<String, String> record) {
        @Nullable String data = record.value();
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

    private static @Nullable EventActor actor(ConsumerRecord<String, String> record) {
        String kind = header(record, "ce_actorkind");
        String id = header(record, "ce_actorid");
        return kind == null || id == null ? null : new EventActor(kind, id);
    }

    private static String required(ConsumerRecord<String, String> record, String name) {
        String value = header(record, name);
        if (value == null) {
            throw new Unreadable("Not an event: no header " + name);
        }
        return value;
    }

    static @Nullable String header(ConsumerRecord<String, String> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
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
