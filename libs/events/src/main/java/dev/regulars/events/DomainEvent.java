package dev.regulars.events;

import org.jspecify.annotations.Nullable;

/** Something that happened and will not un-happen. Implementations are records of ids and facts. */
public interface DomainEvent {

    /** Name and version on the wire: {@code domain.noun.past-verb.v1}. A new shape is a new name. */
    String type();

    /** Id of the thing it happened to. */
    String subject();

    /** The Kafka key, so that events about one thing stay in order. */
    String key();

    /** Where it is told, if not on the topic of its service. */
    default @Nullable Topic topic() {
        return null;
    }
}
