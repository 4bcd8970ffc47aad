package dev.regulars.webhook.payload;

import dev.regulars.events.DomainEvent;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
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
        return Arrays.stream(event.getClass().getRecordComponents())
                .filter(one -> one.getName().equals(member))
                .findFirst()
                .map(one -> value(event, one))
                .orElse(null);
    }

    private static @Nullable String value(DomainEvent event, RecordComponent member) {
        try {
            var accessor = member.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(event) instanceof String text ? text : null;
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("A member of " + event.type() + " cannot be read", e);
        }
    }
}
