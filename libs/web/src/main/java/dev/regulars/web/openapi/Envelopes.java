package dev.regulars.web.openapi;

import dev.regulars.web.family.ApiFamily;
import dev.regulars.web.openapi.schema.RecordSchemas;
import dev.regulars.web.openapi.schema.Schemas;
import dev.regulars.web.operation.Says;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** The body of a success: what a method with {@link Says} returns, in the envelope of its family (contract §2.1). */
final class Envelopes {

    private static final String PAGE = "dev.regulars.web.page.Page";
    private static final String UPDATED = "dev.regulars.web.page.Updated";
    private static final String NOTHING = "dev.regulars.web.operation.Nothing";
    private static final String NO_CONTENT = "204";
    private static final String OK = "200";

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
        MediaType scannedJson = response.getContent() == null // a picture, say, is none
                ? null
                : response.getContent().getMediaType(Success.JSON);
        Schema data = scannedJson == null ? null : scannedJson.getSchema();
        schemas.describe(type, data);
        if (ResourceMethods.annotation(method, Says.class) == null) {
            return new Success(status, response);
        }
        PageStyle style = style(type, operation);
        Schema envelope =
                envelope(family, style, isNothing(type) ? null : style == PageStyle.WHOLE ? data : items(type, data));
        MediaType json = OASFactory.createMediaType().schema(envelope);
        response.setContent(OASFactory.createContent().addMediaType(Success.JSON, json));
        return new Success(status.equals(NO_CONTENT) ? OK : status, response);
    }

    static PageStyle style(Type type, Operation operation) {
        if (type.name().toString().equals(UPDATED)) {
            return PageStyle.UPDATED;
        }
        return isPage(type) ? PageStyle.of(operation) : PageStyle.WHOLE;
    }

    private static boolean isPage(Type type) {
        return type.name().toString().equals(PAGE);
    }

    private static boolean isNothing(Type type) {
        return type.name().toString().equals(NOTHING);
    }

    /** A page is a list, with what the envelope says of its place. */
    private Schema items(Type type, @Nullable Schema page) {
        String name = page == null || page.getRef() == null ? "" : RecordSchemas.name(page.getRef());
        Schema scanned = components.getSchemas().get(name);
        Schema items = scanned == null || scanned.getProperties() == null
                ? null
                : scanned.getProperties().get("items");
        if (items == null) {
            throw new IllegalStateException("No schema for " + type);
        }
        schemas.drop(name);
        return items;
    }

    private Schema envelope(ApiFamily family, PageStyle style, @Nullable Schema data) {
        String name = prefix(family) + style.word() + (data == null ? "" : Schemas.name(data));
        if (!components.getSchemas().containsKey(name)) {
            components.addSchema(name, made(family, style, data));
        }
        return OASFactory.createSchema().ref(RecordSchemas.REF + name);
    }

    private Schema made(ApiFamily family, PageStyle style, @Nullable Schema data) {
        return switch (family) {
            case SYSTEM ->
                Schemas.object("meta", "body")
                        .addProperty("meta", meta("SystemReplyMeta", PageStyle.WHOLE))
                        .addProperty("body", answered(data));
            case INTEGRATION, INCOMING -> {
                Schema integration = Schemas.object("status")
                        .addProperty("status", Schemas.text().description("`success`"))
                        .addProperty("message", message());
                if (data != null) {
                    integration.addRequired("data").addProperty("data", answered(data));
                }
                yield style.ofIntegration(integration, components);
            }
            case WIDGET ->
                Schemas.object("data", "message")
                        .addProperty("data", answered(data))
                        .addProperty("message", message());
            default ->
                Schemas.object("meta", "message", "data")
                        .addProperty("meta", meta("ApplicationReplyMeta", style))
                        .addProperty("message", message())
                        .addProperty("data", answered(data));
        };
    }

    private Schema meta(String name, PageStyle style) {
        String styled = style == PageStyle.WHOLE ? name : "Application" + style.word() + "Meta";
        components.addSchema(styled, name.startsWith("System") ? systemMeta() : style.ofApplication(meta()));
        return OASFactory.createSchema().ref(RecordSchemas.REF + styled).description("How the call went");
    }

    private static Schema message() {
        return Schemas.text().description("What was done, for people");
    }

    private static Schema answered(@Nullable Schema data) {
        if (data == null) {
            return Schemas.object().description("Empty");
        }
        return data.getDescription() == null ? data.description("What the call answers") : data;
    }

    private static Schema meta() {
        return Schemas.object("status", "statusCode")
                .addProperty("status", Schemas.text().description("`success`"))
                .addProperty("statusCode", Schemas.number().description("The HTTP status"));
    }

    private static Schema systemMeta() {
        return Schemas.object("success", "message", "devMessage")
                .addProperty(
                        "success",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.BOOLEAN)
                                .description("Always true in a success"))
                .addProperty("message", message())
                .addProperty("devMessage", Schemas.text().description("Repeats the message"));
    }

    private static String prefix(ApiFamily family) {
        return switch (family) {
            case SYSTEM -> "SystemReply";
            case INTEGRATION, INCOMING -> "IntegrationReply";
            case WIDGET -> "WidgetReply";
            default -> "ApplicationReply";
        };
    }
}
