package dev.regulars.eventing.consumer.parking;

import dev.regulars.eventing.consumer.RecordKey;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.bson.BsonArray;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/** A record as the database keeps it, byte for byte. */
record ParkedRecord(String id, ConsumerRecord<String, String> record) {

    /** The same for the same record, so that it is kept once however often it is read. */
    static BsonDocument toBson(String consumer, ConsumerRecord<String, String> record) {
        String place = record.topic() + "-" + record.partition() + "@" + record.offset() + " " + record.timestamp();
        var headers = new BsonArray();
        record.headers()
                .forEach(header -> headers.add(new BsonDocument("name", new BsonString(header.key()))
                        .append("value", header.value() == null ? BsonNull.VALUE : new BsonBinary(header.value()))));
        return new BsonDocument("_id", new BsonString(consumer + " " + place))
                .append("consumer", new BsonString(consumer))
                .append("key", new BsonString(RecordKey.of(record).key()))
                .append("topic", new BsonString(record.topic()))
                .append("partition", new BsonInt32(record.partition()))
                .append("offset", new BsonInt64(record.offset()))
                .append("timestamp", new BsonInt64(record.timestamp()))
                .append("recordKey", text(record.key()))
                .append("value", text(record.value()))
                .append("headers", headers);
    }

    static ParkedRecord of(BsonDocument document) {
        var headers = new RecordHeaders();
        document.getArray("headers").stream()
                .map(BsonValue::asDocument)
                .forEach(header -> headers.add(
                        header.getString("name").getValue(),
                        header.isNull("value")
                                ? null
                                : header.getBinary("value").getData()));
        return new ParkedRecord(
                document.getString("_id").getValue(),
                new ConsumerRecord<>(
                        document.getString("topic").getValue(),
                        document.getInt32("partition").getValue(),
                        document.getInt64("offset").getValue(),
                        document.getInt64("timestamp").getValue(),
                        TimestampType.CREATE_TIME,
                        ConsumerRecord.NULL_SIZE,
                        ConsumerRecord.NULL_SIZE,
                        text(document.get("recordKey")),
                        text(document.get("value")),
                        headers,
                        Optional.empty()));
    }

    private static BsonValue text(@Nullable String text) {
        return text == null ? BsonNull.VALUE : new BsonString(text);
    }

    private static @Nullable String text(@Nullable BsonValue text) {
        return text == null || text.isNull() ? null : text.asString().getValue();
    }
}
