package dev.regulars.eventing.consumer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.regulars.eventing.Version;
import dev.regulars.web.trace.Traces;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * An event as it came in. {@code id} is unique for ever, so it is the key of whatever the event brings about.
 *
 * @param at when it happened
 * @param trace the place in a trace that it comes from, if somebody traces
 */
public record ReceivedEvent(
        String id,
        String type,
        Instant at,
        Version version,
        JsonNode data,
        @Nullable String trace,
        ObjectMapper json) {

    /** As the reader's own record, which may be smaller than the sender's: what it does not know is passed over. */
    public <E> E as(Class<E> event) {
        try {
            return json.readerFor(event)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(data);
        } catch (IOException e) {
            throw new Unreadable("Not a " + event.getSimpleName() + ": " + e.getMessage(), e);
        }
    }

    static ReceivedEvent of(ConsumerRecord<String, String> record, ObjectMapper json) {
        try {
            return new ReceivedEvent(
                    header(record, "ce_id"),
                    header(record, "ce_type"),
                    Instant.parse(header(record, "ce_time")),
                    new Version(Long.parseLong(header(record, "ce_epoch")), Long.parseLong(header(record, "ce_n"))),
                    data(record, json),
                    trace(record),
                    json);
        } catch (JsonProcessingException e) {
            throw new Unreadable("Not an event: it is no JSON", e);
        } catch (DateTimeParseException e) {
            throw new Unreadable("Not an event: its time is no time", e);
        } catch (NumberFormatException e) {
            throw new Unreadable("Not an event: its version is no number", e);
        }
    }

    private static JsonNode data(ConsumerRecord<String, String> record, ObjectMapper json)
            throws JsonProcessingException {
        @Nullable String value = record.value();
        JsonNode data = value == null ? MissingNode.getInstance() : json.readTree(value);
        if (!data.isObject()) {
            throw new Unreadable("Not an event: its data is no object");
        }
        return data;
    }

    private static @Nullable String trace(ConsumerRecord<String, String> record) {
        var header = record.headers().lastHeader(Traces.HEADER);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }

    private static String header(ConsumerRecord<String, String> record, String name) {
        var header = record.headers().lastHeader(name);
        if (header == null || header.value() == null) {
            throw new Unreadable("Not an event: no header " + name);
        }
        return new String(header.value(), UTF_8);
    }

    /** A record nobody can make sense of, today or tomorrow: the one reason to put it aside. */
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
