package dev.regulars.events;

import org.jspecify.annotations.Nullable;

/**
 * Something that happened. An event is a record of ids and facts with an {@link EventType} and one {@link Subject}; all
 * that is below follows from these.
 */
public interface DomainEvent {

    /** Name and version on the wire. */
    default String type() {
        return EventShape.of(getClass()).type();
    }

    /** Id of the thing it happened to. */
    default String subject() {
        return EventShape.of(getClass()).subject(this);
    }

    /**
     * The Kafka key, so that events about one thing stay in order: the subject, after the {@code communityId} where the
     * event has one.
     */
    default String key() {
        return EventShape.of(getClass()).key(this);
    }

    /** Where it is sent, if not to the topic of its service. */
    default @Nullable Topic topic() {
        return null;
    }

    /** The name on the wire of a kind of event. */
    static String typeOf(Class<? extends DomainEvent> event) {
        return EventShape.of(event).type();
    }
}
