package dev.regulars.events.identity;

import dev.regulars.events.DomainEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Everything identity-service tells the world, on topic {@code identity.events}. */
public sealed interface IdentityEvent extends DomainEvent {

    String accountId();

    @Override
    default String subject() {
        return accountId();
    }

    /** Somebody has an account; nobody has shown yet that the address is theirs. */
    record AccountRegistered(String accountId, String userId, String username) implements IdentityEvent {
        public static final String TYPE = "identity.account.registered.v1";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public String key() {
            return accountId;
        }
    }

    /** The address of an account is its owner's. */
    record AccountVerified(String accountId, String userId) implements IdentityEvent {
        public static final String TYPE = "identity.account.verified.v1";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public String key() {
            return accountId;
        }
    }

    /** The owner of an account wants to be called or spoken to in another way; what is null stayed as it was. */
    record AccountProfiled(
            String accountId,
            String userId,
            @Nullable String displayName,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String language)
            implements IdentityEvent {
        public static final String TYPE = "identity.account.profiled.v1";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public String key() {
            return accountId;
        }
    }

    /** Somebody logged in, and a session began. */
    record AccountLoggedIn(String accountId, String userId, String sessionId, Instant at) implements IdentityEvent {
        public static final String TYPE = "identity.account.logged-in.v1";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public String key() {
            return accountId;
        }
    }

    /** An account is shut: whatever it was logged in with, and every key it made, is refused from here on. */
    record AccountDisabled(String accountId, Instant disabledAt) implements IdentityEvent {
        public static final String TYPE = "identity.account.disabled.v1";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public String key() {
            return accountId;
        }
    }

    /** An account that was shut is open again; its sessions are not. */
    record AccountEnabled(String accountId, Instant enabledAt) implements IdentityEvent {
        public static final String TYPE = "identity.account.enabled.v1";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public String key() {
            return accountId;
        }
    }

    /** How a member is called in one community; later profiles of the same member replace earlier ones. */
    record MemberProfiled(
            String communityId,
            String accountId,
            String userId,
            String username,
            String email,
            String firstName,
            String lastName)
            implements IdentityEvent {
        public static final String TYPE = "identity.member.profiled.v1";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public String key() {
            return communityId + ":" + accountId;
        }
    }
}
