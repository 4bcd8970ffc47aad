package dev.regulars.web.openapi.schema;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** Schemas that no class stands for. */
public final class Schemas {

    /** Validators compute in binary: below this, whatever they read is off by a fraction of it. */
    private static final BigDecimal LEAST_STEP = new BigDecimal("0.000001");

    private Schemas() {}

    public static Schema object(String... required) {
        Schema object = OASFactory.createSchema().addType(SchemaType.OBJECT);
        return required.length == 0 ? object : object.required(List.of(required));
    }

    public static Schema text() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }

    public static Schema number() {
        return OASFactory.createSchema().addType(SchemaType.INTEGER);
    }

    /** Without what the scan adds that validators and generators stumble over. */
    public static Schema readable(Schema schema) {
        if (schema.getAnyOf() != null
                && !schema.getAnyOf().isEmpty()) { // then it is neither one type nor another schema
            schema.setRef(null);
            schema.setType(null);
        }
        if (schema.getMultipleOf() != null && schema.getMultipleOf().compareTo(LEAST_STEP) < 0) {
            schema.setMultipleOf(null);
        }
        return schema;
    }

    /** What may be any JSON is no object. */
    public static void anyJson(Components components) {
        Schema any = components.getSchemas().get("JsonNode");
        if (any != null) {
            any.setType(null);
            any.setDescription("Any JSON value");
        }
    }

    /** The same, or {@code null}. */
    static Schema orNull(Schema schema) {
        List<SchemaType> types = schema.getType();
        if (schema.getRef() == null && schema.getEnumeration() == null && types != null) {
            return types.contains(SchemaType.NULL) ? schema : schema.addType(SchemaType.NULL);
        }
        if (schema.getRef() == null && types == null) {
            return schema;
        }
        Schema either =
                OASFactory.createSchema().description(schema.getDescription()).defaultValue(schema.getDefaultValue());
        schema.setDescription(null);
        schema.setDefaultValue(null);
        return either.addAnyOf(schema).addAnyOf(OASFactory.createSchema().addType(SchemaType.NULL));
    }

    /** A word for what it is, to make names of components with. */
    public static String name(Schema schema) {
        if (schema.getRef() != null) {
            return RecordSchemas.name(schema.getRef());
        }
        if (schema.getItems() != null) {
            return "List" + name(schema.getItems());
        }
        List<SchemaType> types = schema.getType();
        String type = types == null ? "object" : types.getFirst().toString();
        return type.substring(0, 1).toUpperCase(Locale.ROOT) + type.substring(1);
    }
}
