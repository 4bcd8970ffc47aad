package dev.regulars.eventing.outbox;

import java.time.Instant;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonString;

/** An event inside the document it changed. {@code data} is serialised once and never again. */
record Entry(String id, String type, String key, String subject, Instant at, String data) {

    BsonDocument toBson() {
        return new BsonDocument("id", new BsonString(id))
                .append("type", new BsonString(type))
                .append("key", new BsonString(key))
                .append("subject", new BsonString(subject))
                .append("at", new BsonDateTime(at.toEpochMilli()))
                .append("data", new BsonString(data));
    }

    static Entry of(BsonDocument entry) {
        return new Entry(
                entry.getString("id").getValue(),
                entry.getString("type").getValue(),
                entry.getString("key").getValue(),
                entry.getString("subject").getValue(),
                Instant.ofEpochMilli(entry.getDateTime("at").getValue()),
                entry.getString("data").getValue());
    }
}
