package dev.regulars.webhook.payload;

import static java.util.stream.Collectors.toMap;

import dev.regulars.events.DomainEvent;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How one domain event is shown to partners.
 *
 * @param event its name for partners
 * @param title one line for people
 * @param type of the domain event
 * @param bodyType null for bodies made of the event's own members
 * @param body null likewise
 */
public record EventRow<E extends DomainEvent>(
        String event,
        String title,
        Class<E> type,
        @Nullable Class<?> bodyType,
        @Nullable Body<E> body) {

    /** By the name of the member. The class makes them anew for whoever asks, which costs more than a body. */
    private static final ClassValue<Map<String, Method>> ACCESSORS = new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> event) {
            return Arrays.stream(event.getRecordComponents())
                    .collect(toMap(RecordComponent::getName, EventRow::accessor));
        }
    };

    private static Method accessor(RecordComponent member) {
        Method accessor = member.getAccessor();
        accessor.setAccessible(true);
        return accessor;
    }

    /** Makes the whole body. */
    @FunctionalInterface
    public interface Body<E> {
        Object of(E event, Instant at, Facts facts);
    }

    static <E extends DomainEvent> EventRow<E> of(String event, String title, Class<E> type) {
        return new EventRow<>(event, title, type, null, null);
    }

    static <E extends DomainEvent> EventRow<E> of(
            String event, String title, Class<E> type, Class<?> bodyType, Body<E> body) {
        return new EventRow<>(event, title, type, bodyType, body);
    }

    /** Value of a member of the event; null where it has no such member. */
    static @Nullable String text(DomainEvent event, String member) {
        Method accessor = ACCESSORS.get(event.getClass()).get(member);
        return accessor != null && value(event, accessor) instanceof String text ? text : null;
    }

    private static Object value(DomainEvent event, Method accessor) {
        try {
            return accessor.invoke(event);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("A member of " + event.type() + " cannot be read", e);
        }
    }
}
