package dev.regulars.events;

/** Something that happened and will not un-happen. Implementations are records of ids and facts. */
public interface DomainEvent {

    /** Name and version on the wire: {@code domain.noun.past-verb.v1}. A new shape is a new name. */
    String type();

    /** Id of the thing it happened to. */
    String subject();

    /** The Kafka key, so that events about one thing stay in order. */
    String key();
}
