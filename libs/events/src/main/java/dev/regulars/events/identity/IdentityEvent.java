package dev.regulars.events.identity;

import dev.regulars.events.DomainEvent;
import dev.regulars.events.EventType;
import dev.regulars.events.Subject;
import dev.regulars.events.TenantEvent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The events of identity-service, on topic {@code identity.events}. */
public sealed interface IdentityEvent extends DomainEvent {

    String accountId();

    /** An account was created; its e-mail address is not verified yet. */
    @EventType("identity.account.registered.v1")
    record AccountRegistered(@Subject String accountId, String userId, String username) implements IdentityEvent {}

    /** The owner of an account has verified its e-mail address. */
    @EventType("identity.account.verified.v1")
    record AccountVerified(@Subject String accountId, String userId) implements IdentityEvent {}

    /** The owner of an account changed names or language; what is null stayed as it was. */
    @EventType("identity.account.profiled.v1")
    record AccountProfiled(
            @Subject String accountId,
            String userId,
            @Nullable String displayName,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String language)
            implements IdentityEvent {}

    /** A login began a session. */
    @EventType("identity.account.logged-in.v1")
    record AccountLoggedIn(@Subject String accountId, String userId, String sessionId, Instant at)
            implements IdentityEvent {}

    /** An account was disabled: its sessions and every key it made are refused from here on. */
    @EventType("identity.account.disabled.v1")
    record AccountDisabled(@Subject String accountId, Instant disabledAt) implements IdentityEvent {}

    /** A disabled account was enabled; its former sessions stay closed. */
    @EventType("identity.account.enabled.v1")
    record AccountEnabled(@Subject String accountId, Instant enabledAt) implements IdentityEvent {}

    /**
     * The profile of a member in one community; later profiles of the same member replace earlier ones.
     *
     * @param displayName absent in events that were stored before it was added
     */
    @EventType("identity.member.profiled.v1")
    record MemberProfiled(
            String communityId,
            @Subject String accountId,
            String userId,
            String username,
            String email,
            String firstName,
            String lastName,
            @Nullable String displayName)
            implements IdentityEvent, TenantEvent {}

    /** A partner system created a member and said who brought them, by the field that identifies users. */
    @EventType("identity.member.referred.v1")
    record MemberReferred(String communityId, @Subject String accountId, String referrerId, Instant referredAt)
            implements IdentityEvent, TenantEvent {}

    /** A member has these tags in a community now. */
    @EventType("identity.member.tagged.v1")
    record MemberTagged(String communityId, @Subject String accountId, List<String> tags)
            implements IdentityEvent, TenantEvent {}
}
