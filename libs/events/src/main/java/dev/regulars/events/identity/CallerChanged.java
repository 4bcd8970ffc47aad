package dev.regulars.events.identity;

import dev.regulars.events.DomainEvent;
import dev.regulars.events.EventType;
import dev.regulars.events.Subject;
import dev.regulars.events.Topic;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The permissions of a caller changed: an answer kept about them must be asked for again. On topic {@code
 * identity.callers}, written after the change itself.
 *
 * @param id of the credential, the account or the community; of the account for a membership
 * @param communityId of a membership
 */
@EventType("identity.caller.changed.v1")
public record CallerChanged(
        Scope scope, @Subject String id, @Nullable String communityId) implements DomainEvent {

    /** Whose callers are meant. */
    public enum Scope {
        CREDENTIAL,
        ACCOUNT,
        MEMBERSHIP,
        COMMUNITY
    }

    /** The same text for the change and for every answer that it makes stale. */
    public static String tag(Scope scope, @Nullable String communityId, String id) {
        String name = scope.name().toLowerCase(Locale.ROOT);
        return communityId == null ? name + ":" + id : name + ":" + communityId + ":" + id;
    }

    public String tag() {
        return tag(scope, communityId, id);
    }

    /** One key for all answers that the change makes stale. */
    @Override
    public String key() {
        return tag();
    }

    @Override
    public Topic topic() {
        return Topic.CALLERS;
    }
}
