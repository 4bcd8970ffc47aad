package dev.regulars.web.value;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Tells a member that was left out from one that is {@code null}. */
final class PatchReader extends StdDeserializer<Patch<?>> implements ContextualDeserializer {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable JsonDeserializer<Object> inner;

    PatchReader() {
        this(null);
    }

    private PatchReader(@Nullable JsonDeserializer<Object> inner) {
        super(Patch.class);
        this.inner = inner;
    }

    @Override
    public JsonDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property)
            throws JsonMappingException {
        JavaType type = property == null ? context.getContextualType() : property.getType();
        return new PatchReader(context.findContextualValueDeserializer(type.containedType(0), property));
    }

    @Override
    public Patch<?> deserialize(JsonParser json, DeserializationContext context) throws IOException {
        if (inner == null) {
            return context.reportInputMismatch(this, "Patch of what?");
        }
        return Patch.to(inner.deserialize(json, context));
    }

    @Override
    public Patch<?> getNullValue(DeserializationContext context) {
        return Patch.to(null);
    }

    @Override
    public Object getAbsentValue(DeserializationContext context) {
        return Patch.absent();
    }
}
