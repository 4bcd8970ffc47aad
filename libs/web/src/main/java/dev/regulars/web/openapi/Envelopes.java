package dev.regulars.web.openapi;

import dev.regulars.web.family.ApiFamily;
import dev.regulars.web.family.ApplicationReply;
import dev.regulars.web.family.SystemReply;
import dev.regulars.web.operation.Says;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** The body of a success: what a method with {@link Says} returns, in the envelope of its family (contract §2.1). */
final class Envelopes {

    private static final Set<String> WRITTEN_OUT = Set.of("ApplicationReply", "IntegrationReply", "SystemReply");
    private static final String NO_CONTENT = "204";

    private final Components components;
    private final RecordSchemas schemas;

    Envelopes(Components components, RecordSchemas schemas) {
        this.components = components;
        this.schemas = schemas;
    }

    /** @param type that the method answers with, without its {@code Uni} */
    Success of(Operation operation, MethodInfo method, Type type, ApiFamily family) {
        APIResponses scanned = operation.getResponses();
        String found = scanned.getAPIResponses().keySet().stream()
                .filter(status -> status.startsWith("2"))
                .findFirst()
                .orElseThrow();
        APIResponse response = scanned.getAPIResponse(found);
        AnnotationInstance written = ResourceMethods.annotation(method, ResponseStatus.class);
        String status = written == null ? found : String.valueOf(written.value().asInt());
        Schema data = response.getContent() == null
                ? null
                : response.getContent().getMediaType(Success.JSON).getSchema();
        if (ResourceMethods.annotation(method, Says.class) == null || isWrittenOut(type)) {
            schemas.describe(type, data);
            return new Success(status, response);
        }
        schemas.describe(type, data);
        MediaType json = OASFactory.createMediaType().schema(envelope(family, data));
        response.setContent(OASFactory.createContent().addMediaType(Success.JSON, json));
        return new Success(status.equals(NO_CONTENT) ? "200" : status, response);
    }

    /** The method makes the envelope itself. */
    private static boolean isWrittenOut(Type type) {
        return WRITTEN_OUT.contains(type.name().withoutPackagePrefix());
    }

    private Schema envelope(ApiFamily family, @Nullable Schema data) {
        String name = prefix(family) + (data == null ? "" : name(data));
        Schema inside = data == null ? object() : data;
        if (!components.getSchemas().containsKey(name)) {
            components.addSchema(name, schema(family, inside));
        }
        return OASFactory.createSchema().ref(RecordSchemas.REF + name);
    }

    private Schema schema(ApiFamily family, Schema data) {
        return switch (family) {
            case SYSTEM ->
                required("meta", "body")
                        .addProperty("meta", meta(SystemReply.Meta.class, "SystemReplyMeta"))
                        .addProperty("body", data);
            case INTEGRATION ->
                required("status", "data")
                        .addProperty("status", text())
                        .addProperty("message", text())
                        .addProperty("data", data);
            default ->
                required("meta", "message", "data")
                        .addProperty("meta", meta(ApplicationReply.Meta.class, "ApplicationReplyMeta"))
                        .addProperty("message", text())
                        .addProperty("data", data);
        };
    }

    private Schema meta(Class<?> record, String name) {
        Schema meta = OASFactory.createSchema().ref(RecordSchemas.REF + name);
        schemas.describe(Type.create(DotName.createSimple(record), Type.Kind.CLASS), meta);
        return meta;
    }

    private static String prefix(ApiFamily family) {
        return switch (family) {
            case SYSTEM -> "SystemReply";
            case INTEGRATION -> "IntegrationReply";
            default -> "ApplicationReply";
        };
    }

    private static String name(Schema data) {
        if (data.getRef() != null) {
            return RecordSchemas.name(data.getRef());
        }
        if (data.getItems() != null) {
            return "List" + name(data.getItems());
        }
        List<SchemaType> types = data.getType();
        String type = types == null ? "object" : types.getFirst().toString();
        return type.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + type.substring(1);
    }

    private static Schema required(String... members) {
        return object().required(List.of(members));
    }

    private static Schema object() {
        return OASFactory.createSchema().addType(SchemaType.OBJECT);
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }
}
