package dev.regulars.web.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.databind.type.LogicalType;
import dev.regulars.events.CommunityId;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/**
 * A string is a string, and one that can be stored: half a character and NUL are refused. A number is a number; what is said twice,
 * or not known, is refused. Times have milliseconds.
 */
@Singleton
class StrictJson implements ObjectMapperCustomizer {

    private static final List<CoercionInputShape> SCALARS = List.of(
            CoercionInputShape.Integer,
            CoercionInputShape.Float,
            CoercionInputShape.Boolean,
            CoercionInputShape.String,
            CoercionInputShape.EmptyString);

    /** Last of all: of two serialisers for one type the later one counts. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    @Override
    @SuppressWarnings("deprecation") // the builder that replaces it makes a mapper, and Quarkus has made this one
    public void customize(ObjectMapper json) {
        json.configure(MapperFeature.ALLOW_COERCION_OF_SCALARS, false);
        json.enable(
                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
        json.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        json.getFactory().configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature(), true);
        json.registerModule(new SimpleModule()
                .addSerializer(Instant.class, new ToMilliseconds())
                .addSerializer(CommunityId.class, ToStringSerializer.instance)
                .addDeserializer(CommunityId.class, new NeverRead())
                .setDeserializerModifier(new BoundedTimes())
                .addDeserializer(String.class, new WellFormed()));
        for (LogicalType type : List.of(LogicalType.Textual, LogicalType.Boolean, LogicalType.Integer)) {
            for (CoercionInputShape shape : SCALARS) {
                if (!natural(type, shape)) {
                    json.coercionConfigFor(type).setCoercion(shape, CoercionAction.Fail);
                }
            }
        }
    }

    private static boolean natural(LogicalType type, CoercionInputShape shape) {
        return switch (type) {
            case Textual -> shape == CoercionInputShape.String || shape == CoercionInputShape.EmptyString;
            case Boolean -> shape == CoercionInputShape.Boolean;
            default -> shape == CoercionInputShape.Integer;
        };
    }

    private static final class WellFormed extends StringDeserializer {

        private static final long serialVersionUID = 1L;

        @Override
        public String deserialize(JsonParser json, DeserializationContext context) throws IOException {
            String text = super.deserialize(json, context);
            if (text != null && !isWellFormed(text)) {
                throw context.weirdStringException("…", String.class, "half a character, or NUL");
            }
            return text;
        }

        private static boolean isWellFormed(String text) {
            for (int i = 0; i < text.length(); i++) {
                char one = text.charAt(i);
                if (one == 0 || Character.isSurrogate(one)) {
                    return text.codePoints().noneMatch(point -> point == 0 || isHalf(point));
                }
            }
            return true;
        }

        private static boolean isHalf(int codePoint) {
            return Character.getType(codePoint) == Character.SURROGATE;
        }
    }

    private static final class ToMilliseconds extends JsonSerializer<Instant> {
        @Override
        public void serialize(Instant time, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(Rfc3339.milliseconds(time));
        }
    }

    /** A tenant never comes out of a body. */
    private static final class NeverRead extends JsonDeserializer<CommunityId> {
        @Override
        public CommunityId deserialize(JsonParser json, DeserializationContext context) throws IOException {
            return context.reportBadDefinition(CommunityId.class, "A tenant is not read from JSON");
        }
    }

    /** Times have our bounds, not Java's: what is outside could not be stored, or not be written in four digits. */
    private static final class BoundedTimes extends BeanDeserializerModifier {

        private static final long serialVersionUID = 1L;

        @Override
        public JsonDeserializer<?> modifyDeserializer(
                DeserializationConfig config, BeanDescription bean, JsonDeserializer<?> reader) {
            return bean.getBeanClass() == Instant.class ? new BoundedTime(reader) : reader;
        }
    }

    private static final class BoundedTime extends DelegatingDeserializer {

        private static final long serialVersionUID = 1L;
        private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
        private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

        BoundedTime(JsonDeserializer<?> reader) {
            super(reader);
        }

        @Override
        protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> reader) {
            return new BoundedTime(reader);
        }

        @Override
        public Object deserialize(JsonParser json, DeserializationContext context) throws IOException {
            Instant usual = json.hasToken(JsonToken.VALUE_STRING) ? Rfc3339.usual(json.getText()) : null;
            Object read = usual == null ? super.deserialize(json, context) : usual;
            if (read instanceof Instant time && (time.isBefore(FIRST) || time.isAfter(LAST))) {
                throw context.weirdStringException("…", Instant.class, "a year before 1 or after 9999");
            }
            return read;
        }
    }
}
