package dev.regulars.webhook.payload.catalogue;

import dev.regulars.webhook.people.Person;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes events for samples, out of their records alone. */
final class SampleEvents {

    static final Instant AT = Instant.parse("2026-03-10T16:15:50.123Z");
    static final Person PERSON = new Person("43", "ben", "ben@example.com", "Ben", "Silva");
    static final String CHANNEL = "General";

    private static final String ID = "66b1f0e9a4d3e5f60718293b";
    private static final Map<String, String> TEXTS = Map.ofEntries(
            Map.entry("userId", "43"),
            Map.entry("orderId", "ORD20260310ffc6"),
            Map.entry("text", "Hello"),
            Map.entry("emoji", ":tada:"),
            Map.entry("timezone", "Europe/Berlin"),
            Map.entry("language", "English"),
            Map.entry("productName", "Mug"),
            Map.entry("eventType", "user.registered"),
            Map.entry("payload", "{\"eventType\":\"user.registered\",\"customerId\":\"C-17\"}"),
            Map.entry("email", "ben@example.com"),
            Map.entry("username", "ben"));

    private SampleEvents() {}

    static <R> R of(Class<R> record) {
        RecordComponent[] members = record.getRecordComponents();
        Class<?>[] types = Arrays.stream(members).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Arrays.stream(members)
                .map(member -> value(member.getName(), member.getGenericType()))
                .toArray();
        try {
            var constructor = record.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("No sample of " + record + " can be made", e);
        }
    }

    private static @Nullable Object value(String name, Type type) {
        if (type instanceof ParameterizedType generic) {
            return generic.getRawType() == List.class
                    ? List.of(value(name, generic.getActualTypeArguments()[0]))
                    : Map.of();
        }
        Class<?> plain = (Class<?>) type;
        if (plain == String.class) {
            return TEXTS.getOrDefault(name, name.endsWith("Id") || name.endsWith("Ids") ? ID : name);
        }
        if (plain == Instant.class) {
            return AT;
        }
        if (plain == boolean.class || plain == Boolean.class) {
            return true;
        }
        if (plain.isEnum()) {
            return plain.getEnumConstants()[0];
        }
        return plain.isRecord() ? of(plain) : number(plain);
    }

    private static @Nullable Object number(Class<?> type) {
        if (type == long.class || type == Long.class) {
            return 7L;
        }
        if (type == int.class || type == Integer.class) {
            return 1;
        }
        if (type == double.class || type == Double.class) {
            return 1.5;
        }
        return type == java.math.BigDecimal.class ? new java.math.BigDecimal("1.5") : null;
    }
}
