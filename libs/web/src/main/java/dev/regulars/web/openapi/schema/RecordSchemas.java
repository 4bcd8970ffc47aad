package dev.regulars.web.openapi.schema;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;
import org.jspecify.annotations.Nullable;

/** Which members of a body are always there, and which may be null: the records know, their schemas do not. */
public final class RecordSchemas {

    public static final String REF = "#/components/schemas/";

    private static final DotName NULLABLE = DotName.createSimple("org.jspecify.annotations.Nullable");
    private static final DotName EMAIL = DotName.createSimple("jakarta.validation.constraints.Email");
    private static final DotName INCLUDE = DotName.createSimple("com.fasterxml.jackson.annotation.JsonInclude");
    private static final DotName IGNORED =
            DotName.createSimple("com.fasterxml.jackson.annotation.JsonIgnoreProperties");
    private static final DotName NAMED = DotName.createSimple("com.fasterxml.jackson.annotation.JsonProperty");
    private static final DotName NAMING = DotName.createSimple("com.fasterxml.jackson.databind.annotation.JsonNaming");
    private static final String JSON = "application/json";
    private static final String CSV = "text/csv";
    private static final String ALWAYS = "ALWAYS";
    /** What members are that mean the same everywhere. */
    private static final Map<String, String> USUAL = Map.of(
            "_id", "Identifier, unique for ever",
            "createdAt", "When it was created",
            "updatedAt", "When it was last changed",
            "username", "A name to log in with, unique on the installation",
            "email", "E-mail address",
            "communityId", "`_id` of the community");

    private static final Set<String> WRAPPERS = Set.of("Uni", "RestResponse");

    private final IndexView index;
    private final Components components;
    private final boolean answers;
    private final ValueTypes values;
    private final Set<String> wrappers = new HashSet<>();
    private final Set<Schema> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    /** Members that our answers have, as null where there is nothing. */
    private final IdentityHashMap<Schema, List<String>> nullables = new IdentityHashMap<>();

    /** @param answers whether the bodies are ours, which lack nothing, or a caller's, which may hold nothing unknown */
    public RecordSchemas(IndexView index, Components components, boolean answers) {
        this.index = index;
        this.components = components;
        this.answers = answers;
        values = new ValueTypes(index, components);
    }

    /** Leaves out what the scan made of types that are something else in JSON. */
    public void dropWrappers() {
        wrappers.forEach(components::removeSchema);
    }

    /** A caller may leave out what we answer as null. */
    public void doNotRequire(RecordSchemas bodies) {
        nullables.forEach((schema, names) -> {
            if (bodies.seen.contains(schema)) {
                names.forEach(schema::removeRequired);
            }
        });
    }

    /** Leaves out a component in the end. */
    public void drop(String component) {
        wrappers.add(component);
    }

    /** What an operation answers with, without what it comes in. */
    public static Type answered(Type type) {
        return WRAPPERS.contains(type.name().withoutPackagePrefix())
                ? answered(type.asParameterizedType().arguments().getFirst())
                : type;
    }

    /** The name that smallrye gives a record's schema. */
    public static String simpleName(DotName type) {
        return type.withoutPackagePrefix().replaceAll(".*\\$", "");
    }

    /** The body that an operation takes. */
    public void describeBody(Operation operation, MethodInfo method) {
        if (operation.getRequestBody() == null) {
            return;
        }
        MediaType csv = operation.getRequestBody().getContent().getMediaType(CSV);
        if (csv != null) {
            csv.setSchema(Schemas.text());
        }
        MediaType json = operation.getRequestBody().getContent().getMediaType(JSON);
        if (json != null) { // a form has no record
            method.parameterTypes().forEach(type -> describe(type, json.getSchema()));
        }
    }

    public void describe(Type type, @Nullable Schema at) {
        describe(type, at, Map.of());
    }

    private void describe(Type type, @Nullable Schema at, Map<String, Type> bound) {
        Schema schema =
                at == null || at.getRef() == null ? at : components.getSchemas().get(name(at.getRef()));
        if (schema == null) {
            return;
        }
        switch (type.kind()) {
            case TYPE_VARIABLE -> {
                Type meant = bound.get(type.asTypeVariable().identifier());
                if (meant != null) {
                    describe(meant, schema, bound);
                }
            }
            case PARAMETERIZED_TYPE -> {
                List<Type> arguments = type.asParameterizedType().arguments();
                if (schema.getItems() != null && ValueTypes.isSecret(arguments.getFirst())) {
                    wrappers.add(Schemas.name(schema.getItems()));
                    schema.setItems(ValueTypes.secret(schema.getItems()));
                } else if (schema.getItems() != null) {
                    describe(arguments.getFirst(), schema.getItems(), bound);
                } else {
                    members(type, schema, bound, arguments);
                }
            }
            case CLASS -> members(type, schema, bound, List.of());
            default -> {}
        }
    }

    private void members(Type type, Schema schema, Map<String, Type> outer, List<Type> arguments) {
        ClassInfo record = index.getClassByName(type.name());
        if (record != null && record.isInterface()) {
            index.getKnownDirectImplementations(record.name())
                    .forEach(one -> describe(
                            Type.create(one.name(), Type.Kind.CLASS),
                            components.getSchemas().get(one.simpleName()),
                            outer));
        }
        if (record == null || !record.isRecord() || schema.getProperties() == null || !seen.add(schema)) {
            return;
        }
        Map<String, Type> bound = new HashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            Type argument = arguments.get(i);
            boolean variable = argument.kind() == Type.Kind.TYPE_VARIABLE;
            Type meant = variable ? outer.get(argument.asTypeVariable().identifier()) : argument;
            bound.put(record.typeParameters().get(i).identifier(), meant == null ? argument : meant);
        }
        boolean whole = isAlwaysThere(record);
        record.recordComponents().forEach(one -> member(record.field(one.name()), schema, bound, whole));
        if (!answers) {
            ignored(record)
                    .forEach(name -> schema.addProperty(
                            name, OASFactory.createSchema().description("Taken, and not looked at")));
            schema.setAdditionalPropertiesSchema(OASFactory.createSchema().booleanSchema(false));
        }
    }

    private void member(FieldInfo field, Schema schema, Map<String, Type> bound, boolean whole) {
        AnnotationInstance named = field.annotation(NAMED);
        String name = named == null || named.value() == null
                ? wireName(field)
                : named.value().asString();
        Schema member = schema.getProperties().get(name);
        if (member == null) {
            return;
        }
        if (ValueTypes.isPatch(field.type())) {
            wrappers.add(Schemas.name(member));
            schema.addProperty(name, values.patch(field.type(), member));
            return;
        }
        if (ValueTypes.isSecret(field.type())) {
            wrappers.add(Schemas.name(member));
            schema.addProperty(name, ValueTypes.secret(member));
        }
        describe(field.type(), member, bound);
        if (member.getDescription() == null && member.getRef() == null) {
            member.setDescription(USUAL.get(name));
        }
        if (field.hasAnnotation(EMAIL)) {
            member.setFormat("email");
        }
        boolean nullable = field.type().hasAnnotation(NULLABLE);
        boolean left = answers && (field.hasAnnotation(INCLUDE) ? !isAlwaysThere(field) : !whole && nullable);
        if (nullable && !left) {
            schema.addProperty(name, Schemas.orNull(member));
        }
        boolean listed = schema.getRequired() != null && schema.getRequired().contains(name);
        if (answers && !left && !listed) {
            schema.addRequired(name);
            if (nullable) {
                nullables.computeIfAbsent(schema, first -> new ArrayList<>()).add(name);
            }
        }
    }

    private static String wireName(FieldInfo field) {
        AnnotationInstance naming = field.declaringClass().declaredAnnotation(NAMING);
        return naming != null && naming.value().asClass().name().toString().endsWith("SnakeCaseStrategy")
                ? field.name().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT)
                : field.name();
    }

    private static boolean isAlwaysThere(AnnotationTarget target) {
        AnnotationInstance include = target.declaredAnnotation(INCLUDE);
        AnnotationValue value = include == null ? null : include.value();
        return value == null || value.asEnum().equals(ALWAYS);
    }

    private static List<String> ignored(ClassInfo record) {
        AnnotationInstance ignored = record.declaredAnnotation(IGNORED);
        AnnotationValue names = ignored == null ? null : ignored.value();
        return names == null ? List.of() : List.of(names.asStringArray());
    }

    public static String name(String ref) {
        return ref.substring(ref.lastIndexOf('/') + 1);
    }
}
