package dev.regulars.web.openapi.schema;

import dev.regulars.web.json.WireName;
import dev.regulars.web.value.Patch;
import dev.regulars.web.value.Secret;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.Type;

/** Types that are something else in JSON: {@link Secret} is a string, {@link Patch} what it holds, or null. */
record ValueTypes(IndexView index, Components components) {

    private static final Map<String, SchemaType> SCALARS = Map.of(
            "java.lang.String", SchemaType.STRING,
            "java.lang.Boolean", SchemaType.BOOLEAN,
            "java.lang.Integer", SchemaType.INTEGER,
            "java.lang.Long", SchemaType.INTEGER,
            "java.math.BigDecimal", SchemaType.NUMBER,
            "java.lang.Double", SchemaType.NUMBER);

    static boolean isSecret(Type type) {
        return is(type, Secret.class);
    }

    static boolean isPatch(Type type) {
        return is(type, Patch.class);
    }

    /** @param scanned keeps its constraints and its description */
    static Schema secret(Schema scanned) {
        return scanned.ref(null).type(List.of(SchemaType.STRING)).format("password");
    }

    /** What a member of a PATCH takes. */
    Schema patch(Type patch, Schema scanned) {
        Schema value = of(patch.asParameterizedType().arguments().getFirst());
        return Schemas.orNull(value).description(scanned.getDescription());
    }

    private Schema of(Type type) {
        String name = type.name().toString();
        Schema schema;
        if (isSecret(type)) {
            schema = secret(Schemas.text());
        } else if (SCALARS.containsKey(name)) {
            schema = OASFactory.createSchema().addType(SCALARS.get(name));
        } else if (type.kind() == Type.Kind.PARAMETERIZED_TYPE) {
            schema = OASFactory.createSchema()
                    .addType(SchemaType.ARRAY)
                    .items(of(type.asParameterizedType().arguments().getFirst()));
        } else {
            schema = named(type);
        }
        type.annotations().forEach(one -> constrain(schema, one));
        return schema;
    }

    private Schema named(Type type) {
        String name = RecordSchemas.simpleName(type.name());
        if (!components.getSchemas().containsKey(name)) {
            components.addSchema(name, defined(type));
        }
        return OASFactory.createSchema().ref(RecordSchemas.REF + name);
    }

    /** One that only this PATCH knows, so that nothing has scanned it. */
    private Schema defined(Type type) {
        ClassInfo known = index.getClassByName(type.name());
        if (known == null || !(known.isEnum() || known.isRecord())) {
            throw new IllegalStateException("No schema for a Patch of " + type);
        }
        if (known.isEnum()) {
            Schema words = Schemas.text();
            wireNames(type).forEach(words::addEnumeration);
            return words;
        }
        Schema object = Schemas.object();
        known.recordComponents().forEach(one -> object.addProperty(one.name(), of(one.type())));
        return object;
    }

    private static List<String> wireNames(Type type) {
        try {
            Class<?> loaded = Class.forName(
                    type.name().toString(), true, Thread.currentThread().getContextClassLoader());
            return Arrays.stream(loaded.getEnumConstants())
                    .map(one -> one instanceof WireName named ? named.wire() : String.valueOf(one))
                    .toList();
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void constrain(Schema schema, AnnotationInstance constraint) {
        switch (constraint.name().withoutPackagePrefix()) {
            case "Size" -> {
                AnnotationValue min = constraint.value("min");
                AnnotationValue max = constraint.value("max");
                schema.setMinLength(min == null ? null : Integer.valueOf(min.asInt()));
                schema.setMaxLength(max == null ? null : Integer.valueOf(max.asInt()));
            }
            case "Pattern" ->
                schema.setPattern(Patterns.portable(constraint.value("regexp").asString()));
            case "ObjectId" -> schema.setPattern("^[0-9a-fA-F]{24}$");
            case "Email" -> schema.setFormat("email");
            case "Min" ->
                schema.setMinimum(BigDecimal.valueOf(constraint.value().asLong()));
            case "Max" ->
                schema.setMaximum(BigDecimal.valueOf(constraint.value().asLong()));
            default -> {}
        }
    }

    private static boolean is(Type type, Class<?> what) {
        return type.name().toString().equals(what.getName());
    }
}
