package dev.regulars.events.community;

import dev.regulars.events.EventType;
import dev.regulars.events.Subject;
import dev.regulars.events.TenantEvent;
import java.time.Instant;

/** The events of community-service, on topic {@code community.events}. */
public sealed interface CommunityEvent extends TenantEvent {

    /** A community was created. Its owner joins it, which is an event of its own. */
    @EventType("community.server.created.v1")
    record ServerCreated(@Subject String communityId, String ownerId, String name, String timezone)
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
}
