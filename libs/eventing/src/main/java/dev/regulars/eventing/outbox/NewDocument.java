package dev.regulars.eventing.outbox;

import dev.regulars.eventing.Version;
import dev.regulars.events.DomainEvent;
import dev.regulars.web.caller.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of several documents that {@link Tx#insertAll} stores.
 *
 * @param version that the last of its events tells
 * @param actor whose call it comes from, where a caller made it
 */
public record NewDocument<D>(
        D document, Version version, @Nullable Actor actor, List<DomainEvent> events) {}
