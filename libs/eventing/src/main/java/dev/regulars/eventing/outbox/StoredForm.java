package dev.regulars.eventing.outbox;

import dev.regulars.eventing.Version;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonBinaryWriter;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.Encoder;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;

/** Documents in bytes as they are stored, with fields that their classes do not have. The driver would encode each twice. */
final class StoredForm {

    private static final EncoderContext CONTEXT = EncoderContext.builder().build();
    private static final BsonDocumentCodec BSON = new BsonDocumentCodec();
    private static final int LENGTH = Integer.BYTES;
    private static final int END = 1;

    private StoredForm() {}

    static <D> RawBsonDocument of(
            ReactiveMongoCollection<D> documents, D document, Version version, List<OutboxEntry> entries) {
        return joined(bytes(codec(documents), document), bytes(BSON, fields(version, entries)));
    }

    /** Of a document without version and events. */
    static <D> RawBsonDocument of(ReactiveMongoCollection<D> documents, D document) {
        return joined(
                bytes(codec(documents), document), bytes(BSON, new BsonDocument(Fields.DELETED, BsonBoolean.FALSE)));
    }

    private static BsonDocument fields(Version version, List<OutboxEntry> entries) {
        return new BsonDocument(Fields.VERSION, version.toBson())
                .append(Fields.DELETED, BsonBoolean.FALSE)
                .append(
                        Fields.OUTBOX,
                        new BsonArray(entries.stream().map(OutboxEntry::toBson).toList()));
    }

    private static <D> Encoder<D> codec(ReactiveMongoCollection<D> documents) {
        return documents.getCodecRegistry().get(documents.getDocumentClass());
    }

    private static <D> byte[] bytes(Encoder<D> encoder, D document) {
        var buffer = new BasicOutputBuffer();
        try (var writer = new BsonBinaryWriter(buffer)) {
            encoder.encode(writer, document, CONTEXT);
        }
        return buffer.toByteArray();
    }

    /** The fields of both: a document is its length, its fields and an end. */
    private static RawBsonDocument joined(byte[] first, byte[] second) {
        int length = first.length + second.length - LENGTH - END;
        ByteBuffer joined = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        joined.putInt(length)
                .put(first, LENGTH, first.length - LENGTH - END)
                .put(second, LENGTH, second.length - LENGTH);
        return new RawBsonDocument(joined.array());
    }
}
