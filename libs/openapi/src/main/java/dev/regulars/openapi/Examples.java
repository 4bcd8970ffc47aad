package dev.regulars.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.regulars.platform.dialect.ApplicationReply;
import dev.regulars.platform.dialect.IntegrationReply;
import dev.regulars.platform.dialect.SystemReply;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.Type;
import org.jspecify.annotations.Nullable;

/**
 * How a whole answer looks: the example of its record, in the envelope of its family. The operation adds the words that go with
 * it ({@code x-says}), and the members, as JSON, that only its own answer has, or has like this ({@code x-shows}).
 */
final class Examples {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final Map<String, Schema> components;

    Examples(Map<String, Schema> components) {
        this.components = components;
    }

    void show(Operation operation, Type reply, String status, MediaType answer) {
        String says = taken(operation, "x-says", "");
        String shows = taken(operation, "x-shows", "{}");
        Schema envelope = meant(answer.getSchema());
        Map<String, Schema> parts = envelope == null ? null : envelope.getProperties();
        Object data = parts == null ? null : data(parts.getOrDefault("data", parts.get("body")), shows);
        if (data != null) {
            Object whole =
                    switch (reply.name().withoutPackagePrefix()) {
                        case "SystemReply" -> SystemReply.of(says, data);
                        case "IntegrationReply" ->
                            says.isEmpty() ? IntegrationReply.of(data) : IntegrationReply.of(says, data);
                        default ->
                            switch (status) {
                                case "201" -> ApplicationReply.created(says, data);
                                case "202" -> ApplicationReply.accepted(says, data);
                                default -> ApplicationReply.ok(says, data);
                            };
                    };
            answer.setExample(JSON.convertValue(whole, OBJECT));
        }
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

    private static String taken(Operation operation, String name, String otherwise) {
        Map<String, Object> extensions = operation.getExtensions();
        Object said = extensions == null ? null : extensions.get(name);
        operation.removeExtension(name);
        return said == null ? otherwise : said.toString();
    }

    private static Map<String, Object> read(String members) {
        try {
            return JSON.readValue(members, OBJECT);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("x-shows is no JSON object: " + members, e);
        }
    }
}
