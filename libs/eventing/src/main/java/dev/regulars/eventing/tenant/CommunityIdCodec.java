package dev.regulars.eventing.tenant;

import dev.regulars.events.CommunityId;
import org.bson.BsonReader;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecProvider;
import org.bson.codecs.configuration.CodecRegistry;
import org.jspecify.annotations.Nullable;

/** Stores a tenant as a string; what the database has is certain. */
public final class CommunityIdCodec implements CodecProvider {

    @Override
    @SuppressWarnings("unchecked") // the class says it
    public <T> @Nullable Codec<T> get(Class<T> type, CodecRegistry registry) {
        return type == CommunityId.class ? (Codec<T>) new AsString() : null;
    }

    private static final class AsString implements Codec<CommunityId> {

        @Override
        public void encode(BsonWriter writer, CommunityId value, EncoderContext context) {
            writer.writeString(value.id());
        }

        @Override
        public CommunityId decode(BsonReader reader, DecoderContext context) {
            return CommunityId.trusted(reader.readString());
        }

        @Override
        public Class<CommunityId> getEncoderClass() {
            return CommunityId.class;
        }
    }
}
