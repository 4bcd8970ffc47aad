package dev.regulars.web.openapi;

import dev.regulars.web.openapi.schema.RecordSchemas;
import dev.regulars.web.openapi.schema.Schemas;
import dev.regulars.web.operation.OutgoingWebhook;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.Type;

/** The calls that subscribers get: their bodies and their headers (Standard Webhooks). */
record Webhooks(IndexView index, RecordSchemas bodies) {

    private static final String REF = "#/components/parameters/";

    void addTo(OpenAPI api) {
        List<AnnotationInstance> all = index.getAnnotations(OutgoingWebhook.class).stream()
                .distinct()
                .sorted(Comparator.comparing(one -> text(one, "event")))
                .toList();
        if (!all.isEmpty()) {
            headers(api);
            all.forEach(one -> api.addWebhook(
                    text(one, "event"), OASFactory.createPathItem().POST(operation(api, one))));
        }
    }

    private Operation operation(OpenAPI api, AnnotationInstance webhook) {
        DotName record = webhook.target().asClass().name();
        Schema reference = OASFactory.createSchema().ref(RecordSchemas.REF + RecordSchemas.simpleName(record));
        bodies.describe(Type.create(record, Type.Kind.CLASS), reference);
        Schema body = api.getComponents().getSchemas().get(RecordSchemas.simpleName(record));
        if (body == null) {
            throw new IllegalStateException(record + " has no @Schema(name = …)");
        }
        body.addProperty("event", Schemas.text().addEnumeration(text(webhook, "event")));
        APIResponses responses = OASFactory.createAPIResponses()
                .addAPIResponse("2XX", OASFactory.createAPIResponse().description("Delivered"))
                .addAPIResponse(
                        "410", OASFactory.createAPIResponse().description("Wanted no more: the webhook is disabled"));
        return OASFactory.createOperation()
                .operationId(text(webhook, "event"))
                .summary(text(webhook, "summary"))
                .description(text(webhook, "description")
                        + ". A webhook with encryption gets the body encrypted, and `x-encrypted: true`.")
                .addTag("Webhooks")
                .parameters(List.of(ref("WebhookId"), ref("WebhookTimestamp"), ref("WebhookSignature")))
                .requestBody(OASFactory.createRequestBody()
                        .required(true)
                        .content(OASFactory.createContent()
                                .addMediaType(
                                        Success.JSON,
                                        OASFactory.createMediaType().schema(reference))))
                .responses(responses)
                .security(List.of());
    }

    private static void headers(OpenAPI api) {
        api.getComponents()
                .addParameter("WebhookId", header("webhook-id", "The same for all attempts of a delivery"))
                .addParameter("WebhookTimestamp", header("webhook-timestamp", "Seconds since 1970, of this attempt"))
                .addParameter(
                        "WebhookSignature",
                        header(
                                "webhook-signature",
                                "`v1,` and the base64 of HMAC-SHA256 over `<webhook-id>.<webhook-timestamp>.<body>`; one "
                                        + "for each live secret, separated by spaces"));
    }

    private static Parameter header(String name, String description) {
        return OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.HEADER)
                .required(true)
                .description(description)
                .schema(Schemas.text());
    }

    private static Parameter ref(String name) {
        return OASFactory.createParameter().ref(REF + name);
    }

    private static String text(AnnotationInstance webhook, String member) {
        return webhook.value(member).asString();
    }
}
