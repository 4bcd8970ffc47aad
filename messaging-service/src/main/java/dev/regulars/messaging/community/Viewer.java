package dev.regulars.messaging.community;

import dev.regulars.events.CommunityId;
import dev.regulars.web.caller.Actor;
import dev.regulars.web.caller.CallerKind;
import dev.regulars.web.caller.Level;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.refusal.Refusal;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose eyes something is seen with, and on whose behalf something is done.
 *
 * @param channels the only ones that the credential may be used in; absent where it is not restricted
 */
public record Viewer(
        CommunityId community,
        Actor actor,
        Level level,
        @Nullable Set<String> channels) {

    /** Whether this is a key of the community, which is no member and sees all channels. */
    public boolean isKey() {
        return actor.kind() == CallerKind.KEY || actor.kind() == CallerKind.SERVICE;
    }

    /** Whether this may act as any member: a key, and what admins do with their own token (contract §3.17). */
    public boolean actsForOthers() {
        return isKey() || (actor.kind() == CallerKind.USER && level.compareTo(Level.ADMIN) >= 0);
    }

    public String accountId() {
        return Objects.requireNonNull(actor.accountId());
    }

    /** Refuses a channel that the credential is not for. */
    public void checkChannel(String channelId) {
        if (!mayUse(channelId)) {
            throw Refusal.of(Kind.NOT_PERMITTED, actor.id() + " may not be used in channel " + channelId);
        }
    }

    boolean mayUse(String channelId) {
        return channels == null || channels.contains(channelId);
    }
}
