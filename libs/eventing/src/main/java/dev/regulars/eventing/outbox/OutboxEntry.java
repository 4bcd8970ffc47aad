package dev.regulars.eventing.outbox;

import dev.regulars.eventing.EventActor;
import java.time.Instant;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;

/**
 * An event inside the document it changed. {@code data} is serialised once and never again.
 *
 * @param topic where it goes, if not to the service's own
 * @param actor the caller that made the change, where one did
 * @param trace the place in a trace where it was made, where it is traced
 */
public record OutboxEntry(
        String id,
        String type,
        String key,
        String subject,
        Instant at,
        String data,
        @Nullable String topic,
        @Nullable EventActor actor,
        @Nullable String trace) {

    public BsonDocument toBson() {
        var entry = new BsonDocument("id", new BsonString(id))
                .append("type", new BsonString(type))
                .append("key", new BsonString(key))
                .append("subject", new BsonString(subject))
                .append("at", new BsonDateTime(at.toEpochMilli()))
                .append("data", new BsonString(data));
        append(entry, "topic", topic);
        if (actor != null) {
            entry.append(
                    "actor",
                    new BsonDocument("kind", new BsonString(actor.kind())).append("id", new BsonString(actor.id())));
        }
        append(entry, "trace", trace);
        return entry;
    }

    public static OutboxEntry of(BsonDocument entry) {
        return new OutboxEntry(
                entry.getString("id").getValue(),
                entry.getString("type").getValue(),
                entry.getString("key").getValue(),
                entry.getString("subject").getValue(),
                Instant.ofEpochMilli(entry.getDateTime("at").getValue()),
                entry.getString("data").getValue(),
                optional(entry, "topic"),
                actor(entry),
                optional(entry, "trace"));
    }

    private static void append(BsonDocument entry, String name, @Nullable String value) {
        if (value != null) {
            entry.append(name, new BsonString(value));
        }
    }

    private static @Nullable EventActor actor(BsonDocument entry) {
        if (!entry.containsKey("actor")) {
            return null;
        }
        BsonDocument actor = entry.getDocument("actor");
        return new EventActor(
                actor.getString("kind").getValue(), actor.getString("id").getValue());
    }

    private static @Nullable String optional(BsonDocument entry, String name) {
        return entry.containsKey(name) ? entry.getString(name).getValue() : null;
    }
}
