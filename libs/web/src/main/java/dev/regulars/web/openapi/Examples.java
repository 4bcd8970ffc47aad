package dev.regulars.web.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.regulars.web.family.ApiFamily;
import dev.regulars.web.openapi.schema.RecordSchemas;
import dev.regulars.web.operation.Also;
import dev.regulars.web.operation.Says;
import dev.regulars.web.operation.Shows;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;
import org.jspecify.annotations.Nullable;

/**
 * How a whole answer looks: the example of its record, in the envelope of its family. The operation adds the message
 * ({@link Says}) and the members that only its own answer has, or has like this ({@link Shows}). An answer without an
 * envelope shows its own example.
 */
final class Examples {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final Components components;

    Examples(Components components) {
        this.components = components;
    }

    /** Other successes: {@link Also}. */
    Map<String, APIResponse> showOther(MethodInfo method, ApiFamily family, MediaType answer) {
        Map<String, APIResponse> others = new TreeMap<>();
        for (AnnotationInstance also : ResourceMethods.all(method, Also.class, Also.All.class)) {
            String status = String.valueOf(also.value("status").asInt());
            String says = also.value("says").asString();
            MediaType media = OASFactory.createMediaType().schema(answer.getSchema());
            Object data = data(
                    OASFactory.createSchema()
                            .ref(RecordSchemas.REF
                                    + RecordSchemas.simpleName(
                                            also.value("as").asClass().name())),
                    "");
            if (data != null) {
                media.setExample(enveloped(family, status, says, data, null, 0));
            }
            others.put(
                    status,
                    OASFactory.createAPIResponse()
                            .description(says)
                            .content(OASFactory.createContent().addMediaType(Success.JSON, media)));
        }
        return others;
    }

    void show(Operation operation, MethodInfo method, Type type, ApiFamily family, String status, MediaType answer) {
        String shows = ResourceMethods.text(method, Shows.class);
        Object example = ResourceMethods.annotation(method, Says.class) == null
                ? data(answer.getSchema(), shows)
                : enveloped(operation, method, type, family, status, answer);
        if (example != null) {
            answer.setExample(example);
        }
    }

    private @Nullable Object enveloped(
            Operation operation, MethodInfo method, Type type, ApiFamily family, String status, MediaType answer) {
        Schema envelope = meant(answer.getSchema());
        Map<String, Schema> parts =
                envelope == null || envelope.getProperties() == null ? Map.of() : envelope.getProperties();
        Schema answered = parts.getOrDefault("data", parts.get("body"));
        Object data = data(answered, ResourceMethods.text(method, Shows.class));
        if (answered != null && data == null) {
            return null;
        }
        PageStyle style = Envelopes.style(type, operation);
        if (style == PageStyle.WHOLE && PageStyle.isPaged(operation) && hasPages(parts)) {
            style = PageStyle.of(operation);
        }
        String says = ResourceMethods.text(method, Says.class);
        return enveloped(
                family, status, says, data, style == PageStyle.WHOLE ? null : style, PageStyle.limit(operation));
    }

    /** Whether an envelope that the operation declares itself tells the place in a list. */
    private boolean hasPages(Map<String, Schema> envelope) {
        Schema meta = meant(envelope.get("meta"));
        return envelope.containsKey("pagination")
                || (meta != null
                        && meta.getProperties() != null
                        && meta.getProperties().containsKey("limit"));
    }

    private static Map<String, Object> enveloped(
            ApiFamily family, String status, String says, @Nullable Object data, @Nullable PageStyle style, int limit) {
        Map<String, Object> all = new LinkedHashMap<>();
        Map<String, Object> meta = new LinkedHashMap<>();
        switch (family) {
            case SYSTEM -> {
                meta.put("success", true);
                meta.put("message", says);
                meta.put("devMessage", says);
                all.put("meta", meta);
                all.put("body", data);
            }
            case INTEGRATION, INCOMING -> {
                all.put("status", "success");
                if (!says.isEmpty()) {
                    all.put("message", says);
                }
                if (data != null) {
                    all.put("data", data);
                }
                if (style == PageStyle.PAGE || style == PageStyle.SKIP) {
                    all.put("pagination", PageStyle.paginationExample());
                }
            }
            case WIDGET -> {
                all.put("data", data);
                all.put("message", says);
            }
            default -> {
                meta.put("status", "success");
                meta.put("statusCode", Integer.valueOf(status));
                if (style != null) {
                    style.show(meta, limit);
                }
                all.put("meta", meta);
                all.put("message", says);
                all.put("data", data);
            }
        }
        return all;
    }

    private @Nullable Object data(@Nullable Schema at, String shows) {
        Schema schema = meant(at);
        if (isEmpty(schema) && shows.isEmpty()) {
            return Map.of();
        }
        if (schema != null && schema.getItems() != null) {
            Object one = data(schema.getItems(), shows);
            return one == null ? null : List.of(one);
        }
        Map<String, Object> all = new LinkedHashMap<>();
        if (schema != null && schema.getExamples() != null) {
            all.putAll(JSON.convertValue(schema.getExamples().getFirst(), OBJECT));
        } else if (shows.isEmpty()) {
            return null;
        }
        all.putAll(shows.isEmpty() ? Map.of() : read(shows));
        return all;
    }

    /** Nothing but the message is answered. */
    private static boolean isEmpty(@Nullable Schema schema) {
        return schema != null
                && schema.getProperties() == null
                && schema.getExamples() == null
                && schema.getOneOf() == null
                && List.of(Schema.SchemaType.OBJECT).equals(schema.getType());
    }

    private @Nullable Schema meant(@Nullable Schema at) {
        return at == null || at.getRef() == null ? at : components.getSchemas().get(RecordSchemas.name(at.getRef()));
    }

    private static Map<String, Object> read(String members) {
        try {
            return JSON.readValue(members, OBJECT);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("@Shows is no JSON object: " + members, e);
        }
    }
}
