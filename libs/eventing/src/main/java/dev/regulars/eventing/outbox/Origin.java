package dev.regulars.eventing.outbox;

import dev.regulars.eventing.EventActor;
import dev.regulars.events.CommunityId;
import dev.regulars.web.caller.Actor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Whose call a write is part of.
 *
 * @param callerChanged takes the tag of each caller that a committed write changed
 */
public record Origin(@Nullable Actor caller, @Nullable CommunityId community, Consumer<String> callerChanged) {

    /** Of what a service does by itself. */
    public static final Origin NONE = new Origin(null, null, tag -> {});

    @Nullable
    EventActor actor() {
        return actor(caller);
    }

    static @Nullable EventActor actor(@Nullable Actor caller) {
        return caller == null ? null : new EventActor(caller.kind().claim(), caller.id());
    }
}
