package dev.regulars.eventing;

import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import java.util.function.Consumer;
import org.bson.BsonBinaryWriter;
import org.bson.BsonWriter;
import org.bson.RawBsonDocument;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;

/**
 * Documents in bytes, which the driver copies as they are; its own buffers take each number and letter by itself. Not for parts of
 * documents, which the driver would decode again.
 */
public final class EncodedBson {

    private static final ThreadLocal<BasicOutputBuffer> BUFFER = ThreadLocal.withInitial(BasicOutputBuffer::new);
    private static final EncoderContext CONTEXT = EncoderContext.builder().build();

    private EncodedBson() {}

    public static <D> RawBsonDocument of(ReactiveMongoCollection<D> documents, D document) {
        return encoded(writer ->
                documents.getCodecRegistry().get(documents.getDocumentClass()).encode(writer, document, CONTEXT));
    }

    /** @param fields writes them */
    public static RawBsonDocument of(Consumer<BsonWriter> fields) {
        return encoded(writer -> {
            writer.writeStartDocument();
            fields.accept(writer);
            writer.writeEndDocument();
        });
    }

    private static RawBsonDocument encoded(Consumer<BsonWriter> document) {
        BasicOutputBuffer buffer = BUFFER.get();
        buffer.truncateToPosition(0);
        try (var writer = new BsonBinaryWriter(buffer)) {
            document.accept(writer);
        }
        return new RawBsonDocument(buffer.toByteArray());
    }
}
