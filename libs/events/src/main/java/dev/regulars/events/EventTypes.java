package dev.regulars.events;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The events of a sealed interface by their names on the wire. */
public final class EventTypes {

    private EventTypes() {}

    /**
     * @param events a sealed interface of events, or a single event
     * @throws IllegalArgumentException where an event lacks an annotation, or two have the same name
     */
    public static <E extends DomainEvent> Map<String, Class<? extends E>> of(Class<E> events) {
        Map<String, Class<? extends E>> byName = new TreeMap<>();
        collect(events, events, byName);
        return byName;
    }

    private static <E extends DomainEvent> void collect(
            Class<E> root, Class<?> events, Map<String, Class<? extends E>> byName) {
        Class<?> @Nullable [] permitted = events.getPermittedSubclasses();
        if (permitted == null) {
            Class<?> twin = byName.put(EventShape.of(events).type(), events.asSubclass(root));
            if (twin != null && twin != events) {
                throw new IllegalArgumentException(twin.getName() + " and " + events.getName() + " have the same name");
            }
            return;
        }
        for (Class<?> one : permitted) {
            collect(root, one, byName);
        }
    }
}
