package dev.regulars.events.identity;

import dev.regulars.events.DomainEvent;
import dev.regulars.events.Topic;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What somebody may do is not what it was: whoever keeps an answer about them must ask again. On topic {@code
 * identity.callers}, written after the change itself.
 *
 * @param id of the credential, the account or the community; of the account for a membership
 * @param communityId of a membership
 */
public record CallerChanged(
        Scope scope, String id, @Nullable String communityId) implements DomainEvent {

    public static final String TYPE = "identity.caller.changed.v1";

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

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String subject() {
        return id;
    }

    @Override
    public String key() {
        return tag();
    }

    @Override
    public Topic topic() {
        return Topic.CALLERS;
    }
}
