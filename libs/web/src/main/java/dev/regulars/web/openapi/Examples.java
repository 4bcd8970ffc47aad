package dev.regulars.web.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.regulars.web.family.ApplicationReply;
import dev.regulars.web.family.IntegrationReply;
import dev.regulars.web.family.SystemReply;
import dev.regulars.web.operation.Also;
import dev.regulars.web.operation.Says;
import dev.regulars.web.operation.Shows;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;
import org.jspecify.annotations.Nullable;

/**
 * How a whole answer looks: the example of its record, in the envelope of its family. The operation adds the words that go with
 * it ({@link Says}), and the members, as JSON, that only its own answer has, or has like this ({@link Shows}). An answer
 * without an envelope shows its own example.
 */
final class Examples {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final Map<String, Schema> components;

    Examples(Map<String, Schema> components) {
        this.components = components;
    }

    /** Other successes: {@link Also}. */
    Map<String, APIResponse> showOther(MethodInfo method, Type reply, MediaType answer) {
        Map<String, APIResponse> others = new TreeMap<>();
        for (AnnotationInstance also : ResourceMethods.all(method, Also.class, Also.All.class)) {
            String status = String.valueOf(also.value("status").asInt());
            String says = also.value("says").asString();
            Schema record = components.get(
                    also.value("as").asClass().name().withoutPackagePrefix().replaceAll(".*\\$", ""));
            Object data = record == null ? null : data(record, "{}");
            MediaType media = OASFactory.createMediaType().schema(answer.getSchema());
            if (data != null) {
                media.example(JSON.convertValue(enveloped(reply, status, says, data), OBJECT));
            }
            others.put(
                    status,
                    OASFactory.createAPIResponse()
                            .description(says)
                            .content(OASFactory.createContent().addMediaType("application/json", media)));
        }
        return others;
    }

    void show(Operation operation, MethodInfo method, Type reply, String status, MediaType answer) {
        String says = ResourceMethods.text(method, Says.class);
        String shown = ResourceMethods.text(method, Shows.class);
        String shows = shown.isEmpty() ? "{}" : shown;
        Schema envelope = meant(answer.getSchema());
        Map<String, Schema> parts = envelope == null ? null : envelope.getProperties();
        Object data = parts == null ? null : data(parts.getOrDefault("data", parts.get("body")), shows);
        if (data != null) {
            @Nullable Integer page = page(operation);
            Object whole =
                    page == null ? enveloped(reply, status, says, data) : ApplicationReply.page(says, data, page, null);
            answer.setExample(JSON.convertValue(whole, OBJECT));
        } else if (envelope != null && envelope.getExamples() != null) {
            answer.setExample(JSON.convertValue(envelope.getExamples().getFirst(), OBJECT));
        }
    }

    /** How long a page is of a list that comes in pages: what its parameter says where nobody does. */
    private static @Nullable Integer page(Operation operation) {
        return operation.getParameters() == null
                ? null
                : operation.getParameters().stream()
                        .filter(one -> "limit".equals(one.getName()))
                        .map(one ->
                                Integer.valueOf(String.valueOf(one.getSchema().getDefaultValue())))
                        .findFirst()
                        .orElse(null);
    }

    private static Object enveloped(Type reply, String status, String says, Object data) {
        return switch (reply.name().withoutPackagePrefix()) {
            case "SystemReply" -> SystemReply.of(says, data);
            case "IntegrationReply" -> says.isEmpty() ? IntegrationReply.of(data) : IntegrationReply.of(says, data);
            default ->
                switch (status) {
                    case "201" -> ApplicationReply.created(says, data);
                    case "202" -> ApplicationReply.accepted(says, data);
                    default -> ApplicationReply.ok(says, data);
                };
        };
    }

    private @Nullable Object data(@Nullable Schema at, String shows) {
        Schema schema = meant(at);
        if (schema != null && schema.getItems() != null) {
            Object one = data(schema.getItems(), shows);
            return one == null ? null : List.of(one);
        }
        if (schema == null || schema.getExamples() == null) {
            return null;
        }
        Map<String, Object> all = new LinkedHashMap<>();
        all.putAll(JSON.convertValue(schema.getExamples().getFirst(), OBJECT));
        all.putAll(read(shows));
        return all;
    }

    private @Nullable Schema meant(@Nullable Schema at) {
        return at == null || at.getRef() == null
                ? at
                : components.get(at.getRef().substring(at.getRef().lastIndexOf('/') + 1));
    }

    private static Map<String, Object> read(String members) {
        try {
            return JSON.readValue(members, OBJECT);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("@Shows is no JSON object: " + members, e);
        }
    }
}
