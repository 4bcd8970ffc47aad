package dev.regulars.events.community;

import dev.regulars.events.EventType;
import dev.regulars.events.Subject;
import dev.regulars.events.TenantEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The events of community-service, on topic {@code community.events}. */
public sealed interface CommunityEvent extends TenantEvent {

    /** A community was created. Its owner joins it, which is an event of its own. */
    @EventType("community.server.created.v1")
    record ServerCreated(@Subject String communityId, String ownerId, String name, String timezone)
            implements CommunityEvent {}

    /** Name or settings of a community are other ones. {@code identifierField} is absent where it has none. */
    @EventType("community.server.changed.v1")
    record ServerChanged(
            @Subject String communityId,
            String name,
            String timezone,
            String language,
            @Nullable String identifierField)
            implements CommunityEvent {}

    /**
     * A community decided when coins can be spent and what members have at least. {@code expiryDays} 0: coins do not expire. Floors
     * by unit; 0 where none is named.
     */
    @EventType("community.server.currency-changed.v1")
    record CurrencyChanged(@Subject String communityId, int pendingDays, int expiryDays, Map<String, Long> floors)
            implements CommunityEvent {}

    /**
     * A community decided which web pages may call the API for it, and how many requests a minute it takes. Limits as the
     * gateway names them; the installation's where none is named.
     */
    @EventType("community.server.access-changed.v1")
    record AccessChanged(@Subject String communityId, List<String> corsOrigins, Map<String, Integer> limits)
            implements CommunityEvent {}

    /** A community has another owner. */
    @EventType("community.server.transferred.v1")
    record ServerTransferred(@Subject String communityId, String ownerId, String previousOwnerId)
            implements CommunityEvent {}

    /** A community proved that a host name is its own. */
    @EventType("community.server.domain-proven.v1")
    record ServerDomainProven(@Subject String communityId, String domain) implements CommunityEvent {}

    /** A community's host name is not its own any more: it has another one, or another community proved that it has it. */
    @EventType("community.server.domain-lost.v1")
    record ServerDomainLost(@Subject String communityId, String domain) implements CommunityEvent {}

    /** The access level of a member is another one; it grants nothing by itself. */
    @EventType("community.member.access-changed.v1")
    record MemberAccessChanged(String communityId, @Subject String accountId, int accessLevel)
            implements CommunityEvent {}

    /** An account became a member. */
    @EventType("community.member.joined.v1")
    record MemberJoined(String communityId, @Subject String accountId, Instant joinedAt) implements CommunityEvent {}

    /** A membership ended; what belongs to it is kept. */
    @EventType("community.member.left.v1")
    record MemberLeft(String communityId, @Subject String accountId, Instant joinedAt, Instant leftAt)
            implements CommunityEvent {}

    /** A membership that had ended is what it was before; this is not a new join. */
    @EventType("community.member.restored.v1")
    record MemberRestored(String communityId, @Subject String accountId, Instant joinedAt) implements CommunityEvent {}

    /** A member has these roles now, and {@code @all}. */
    @EventType("community.member.roles-changed.v1")
    record MemberRolesChanged(String communityId, @Subject String accountId, List<String> roleIds)
            implements CommunityEvent {}

    /** A member may only read until then; absent: no longer. */
    @EventType("community.member.suspended.v1")
    record MemberSuspended(
            String communityId,
            @Subject String accountId,
            @Nullable Instant until) implements CommunityEvent {}

    /** A visit of a member was counted: the {@code visitCount}th one. */
    @EventType("community.member.visited.v1")
    record MemberVisited(String communityId, @Subject String accountId, Instant visitedAt, long visitCount)
            implements CommunityEvent {}

    /** A member is here since then, until the session is closed. */
    @EventType("community.session.opened.v1")
    record SessionOpened(String communityId, @Subject String accountId, Instant startedAt) implements CommunityEvent {}

    /** A member was here for {@code timeSpent} seconds. */
    @EventType("community.session.closed.v1")
    record SessionClosed(
            String communityId, @Subject String accountId, Instant startedAt, Instant endedAt, long timeSpent)
            implements CommunityEvent {}

    /** A member was warned, suspended or banned: {@code kind} is warn, suspend or ban. */
    @EventType("community.sanction.imposed.v1")
    record SanctionImposed(
            String communityId,
            @Subject String sanctionId,
            String accountId,
            String kind,
            @Nullable Instant expiresAt) implements CommunityEvent {}

    /** A sanction ended before its time. */
    @EventType("community.sanction.lifted.v1")
    record SanctionLifted(String communityId, @Subject String sanctionId, String accountId, String kind)
            implements CommunityEvent {}

    /** There is a new role. The role with the id of its community is {@code @all}; permissions by their names on the wire. */
    @EventType("community.role.created.v1")
    record RoleCreated(String communityId, @Subject String roleId, String title, int order, List<String> permissions)
            implements CommunityEvent {}

    /** A role is called otherwise, counts otherwise or grants other things. */
    @EventType("community.role.changed.v1")
    record RoleChanged(String communityId, @Subject String roleId, String title, int order, List<String> permissions)
            implements CommunityEvent {}

    /** A role is gone; no member has it any more. */
    @EventType("community.role.deleted.v1")
    record RoleDeleted(String communityId, @Subject String roleId) implements CommunityEvent {}

    /** There is a new channel. */
    @EventType("community.channel.created.v1")
    record ChannelCreated(
            String communityId,
            @Subject String channelId,
            String name,
            String channelType,
            List<ChannelOverwrite> overwrites)
            implements CommunityEvent {}

    /** A channel is called otherwise or changes other things for roles and members. */
    @EventType("community.channel.changed.v1")
    record ChannelChanged(
            String communityId,
            @Subject String channelId,
            String name,
            String channelType,
            List<ChannelOverwrite> overwrites)
            implements CommunityEvent {}

    /** A channel is gone. */
    @EventType("community.channel.deleted.v1")
    record ChannelDeleted(String communityId, @Subject String channelId) implements CommunityEvent {}
}
