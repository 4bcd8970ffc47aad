package dev.regulars.eventing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.function.Consumer;
import org.bson.BsonBinaryWriter;
import org.bson.BsonWriter;
import org.bson.RawBsonDocument;
import org.bson.io.BasicOutputBuffer;

/**
 * Documents in bytes, which the driver copies as they are; its own buffers take each number and letter by itself. Not for parts of
 * documents, which the driver would decode again.
 */
public final class EncodedBson {

    private static final ThreadLocal<TextBuffer> BUFFER = ThreadLocal.withInitial(TextBuffer::new);

    private EncodedBson() {}

    /** @param fields writes them */
    public static RawBsonDocument of(Consumer<BsonWriter> fields) {
        TextBuffer buffer = BUFFER.get();
        buffer.truncateToPosition(0);
        try (var writer = new BsonBinaryWriter(buffer)) {
            writer.writeStartDocument();
            fields.accept(writer);
            writer.writeEndDocument();
        }
        return new RawBsonDocument(buffer.toByteArray());
    }

    /** Writes a text at once instead of letter by letter. */
    private static final class TextBuffer extends BasicOutputBuffer {

        @Override
        public void writeString(String text) {
            byte[] utf8 = text.getBytes(UTF_8);
            writeInt32(utf8.length + 1);
            write(utf8);
            writeByte(0);
        }

        @Override
        public void writeCString(String name) {
            if (name.indexOf(0) >= 0) {
                super.writeCString(name); // which refuses it
                return;
            }
            write(name.getBytes(UTF_8));
            writeByte(0);
        }
    }
}
