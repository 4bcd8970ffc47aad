package dev.regulars.eventing.consumer;

import dev.regulars.eventing.EventActor;
import dev.regulars.eventing.Version;
import dev.regulars.events.DomainEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event as it came in.
 *
 * @param id unique for ever, so it is the key of every effect of the event
 * @param at when it happened
 * @param version of the thing it happened to, after it
 * @param actor who caused it, where a caller did
 * @param trace the place in a trace that it comes from, where it is traced
 * @param partition of the topic; events of one key are in one partition
 * @param offset in that partition, the same however often the record is read; an event that was sent twice has two
 */
public record ReceivedEvent<E extends DomainEvent>(
        String id,
        Instant at,
        Version version,
        @Nullable EventActor actor,
        @Nullable String trace,
        int partition,
        long offset,
        E event) {

    <F extends DomainEvent> ReceivedEvent<F> as(Class<? extends F> type) {
        return new ReceivedEvent<>(id, at, version, actor, trace, partition, offset, type.cast(event));
    }
}
