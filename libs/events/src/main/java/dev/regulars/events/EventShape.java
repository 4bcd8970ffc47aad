package dev.regulars.events;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the annotations of an event record say, read once for each record. */
final class EventShape {

    private static final String COMMUNITY = "communityId";
    /** A component so called would stand for what {@link DomainEvent} says of the event. */
    private static final Set<String> TAKEN = Set.of("type", "subject", "key", "topic");

    private static final ClassValue<EventShape> SHAPES = new ClassValue<>() {
        @Override
        protected EventShape computeValue(Class<?> event) {
            return new EventShape(event);
        }
    };

    private final String type;
    private final MethodHandle subject;
    private final @Nullable MethodHandle community;

    private EventShape(Class<?> event) {
        EventType type = event.getAnnotation(EventType.class);
        if (!event.isRecord() || type == null) {
            throw new IllegalArgumentException(event.getName() + " is not a record with an @EventType");
        }
        this.type = type.value();
        List<RecordComponent> components = Arrays.asList(event.getRecordComponents());
        if (components.stream().map(RecordComponent::getName).anyMatch(TAKEN::contains)) {
            throw new IllegalArgumentException(event.getName() + " has a component called like one of " + TAKEN);
        }
        List<RecordComponent> subjects = components.stream()
                .filter(component -> component.isAnnotationPresent(Subject.class))
                .toList();
        if (subjects.size() != 1) {
            throw new IllegalArgumentException(event.getName() + " needs exactly one @Subject");
        }
        this.subject = reader(subjects.getFirst());
        this.community = components.stream()
                .filter(component -> component.getName().equals(COMMUNITY))
                .findFirst()
                .map(EventShape::reader)
                .orElse(null);
    }

    /** @throws IllegalArgumentException where an annotation is missing */
    static EventShape of(Class<?> event) {
        return SHAPES.get(event);
    }

    String type() {
        return type;
    }

    String subject(DomainEvent event) {
        return read(subject, event);
    }

    String key(DomainEvent event) {
        return community == null ? subject(event) : read(community, event) + ":" + subject(event);
    }

    private static MethodHandle reader(RecordComponent component) {
        try {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true); // a record may be private to its package
            return MethodHandles.lookup()
                    .unreflect(accessor)
                    .asType(MethodType.methodType(Object.class, DomainEvent.class));
        } catch (IllegalAccessException e) {
            throw new IllegalArgumentException(component + " cannot be read", e);
        }
    }

    private static String read(MethodHandle component, DomainEvent event) {
        try {
            return String.valueOf((Object) component.invokeExact(event));
        } catch (Throwable e) {
            throw new IllegalStateException("A component of " + event.getClass() + " cannot be read", e);
        }
    }
}
