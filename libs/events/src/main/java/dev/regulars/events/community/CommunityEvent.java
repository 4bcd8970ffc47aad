package dev.regulars.events.community;

import dev.regulars.events.TenantEvent;
import java.time.Instant;

/** Everything community-service tells the world, on topic {@code community.events}. */
public sealed interface CommunityEvent extends TenantEvent {

    @Override
    default String key() {
        return communityId() + ":" + subject();
    }

    /** A community began; its owner joins it of course, which is told by itself. */
    record ServerCreated(String communityId, String ownerId, String name, String timezone) implements CommunityEvent {
        public static final String TYPE = "community.server.created.v1";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public String subject() {
            return communityId;
        }
    }

    /** An account became a member. */
    record MemberJoined(String communityId, String accountId, Instant joinedAt) implements CommunityEvent {
        public static final String TYPE = "community.member.joined.v1";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public String subject() {
            return accountId;
        }
    }

    /** A membership ended; what belongs to it is kept. */
    record MemberLeft(String communityId, String accountId, Instant joinedAt, Instant leftAt)
            implements CommunityEvent {
        public static final String TYPE = "community.member.left.v1";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public String subject() {
            return accountId;
        }
    }

    /** A membership that had ended is what it was before; nobody joined anew. */
    record MemberRestored(String communityId, String accountId, Instant joinedAt) implements CommunityEvent {
        public static final String TYPE = "community.member.restored.v1";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public String subject() {
            return accountId;
        }
    }
}
