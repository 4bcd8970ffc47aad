package dev.regulars.webhook.payload.catalogue;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.regulars.webhook.payload.EventRow;
import dev.regulars.webhook.payload.Payloads;
import dev.regulars.webhook.payload.body.PayloadUser;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON schemas of payloads, out of their records. */
final class PayloadSchemas {

    private static final Map<String, Object> TEXT = Map.of("type", "string");

    private PayloadSchemas() {}

    static Map<String, Object> of(EventRow<?> row) {
        Map<String, Object> schema =
                row.bodyType() == null ? further(row.type()) : record(row.bodyType(), false, List.of());
        Map<String, Object> members = properties(schema);
        members.put("event", Map.of("const", row.event()));
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        return schema;
    }

    private static Map<String, Object> further(Class<?> event) {
        Map<String, Object> data = record(event, true, Payloads.REPLACED);
        boolean concernsMember = Arrays.stream(event.getRecordComponents())
                .anyMatch(one -> one.getName().equals("accountId"));
        if (concernsMember) {
            properties(data).put("user", record(PayloadUser.class, false, List.of()));
        }
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("event", TEXT);
        members.put("serverId", TEXT);
        members.put("timestamp", time());
        members.put("data", data);
        return object(members, List.copyOf(members.keySet()));
    }

    private static Map<String, Object> record(Class<?> record, boolean snakeCase, List<String> without) {
        JsonNaming naming = record.getAnnotation(JsonNaming.class);
        boolean snake = snakeCase || (naming != null && naming.value() == SnakeCaseStrategy.class);
        Map<String, Object> members = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (RecordComponent member : record.getRecordComponents()) {
            String name = snake ? snake(member.getName()) : member.getName();
            if (!without.contains(name)) {
                members.put(name, member(member, snakeCase));
                if (!member.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                    required.add(name);
                }
            }
        }
        return object(members, required);
    }

    private static Map<String, Object> member(RecordComponent member, boolean snakeCase) {
        return member.getAccessor().isAnnotationPresent(JsonRawValue.class)
                ? Map.of("type", "object")
                : type(member.getGenericType(), snakeCase);
    }

    private static Map<String, Object> type(Type type, boolean snakeCase) {
        if (type instanceof ParameterizedType generic) {
            return generic.getRawType() == List.class
                    ? Map.of("type", "array", "items", type(generic.getActualTypeArguments()[0], snakeCase))
                    : Map.of("type", "object");
        }
        Class<?> plain = (Class<?>) type;
        if (plain == Object.class) {
            return Map.of();
        }
        if (plain == String.class || plain.isEnum()) {
            return TEXT;
        }
        if (plain == Instant.class) {
            return time();
        }
        if (plain == boolean.class || plain == Boolean.class) {
            return Map.of("type", "boolean");
        }
        if (plain == int.class || plain == Integer.class || plain == long.class || plain == Long.class) {
            return Map.of("type", "integer");
        }
        return plain.isRecord() ? record(plain, snakeCase, List.of()) : Map.of("type", "number");
    }

    private static Map<String, Object> time() {
        return Map.of("type", "string", "format", "date-time");
    }

    private static Map<String, Object> object(Map<String, Object> members, List<String> required) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", members);
        schema.put("required", required);
        return schema;
    }

    @SuppressWarnings("unchecked") // made by object(…)
    private static Map<String, Object> properties(Map<String, Object> schema) {
        return (Map<String, Object>) requireNonNull(schema.get("properties"));
    }

    private static String snake(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
