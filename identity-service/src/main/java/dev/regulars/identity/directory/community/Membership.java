package dev.regulars.identity.directory.community;

import dev.regulars.eventing.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an account is to a community, as community-service says it, with the versions of what it read that from. */
public record Membership(
        String communityId,
        String accountId,
        boolean owner,
        Version server,
        @Nullable Instant joinedAt,
        @Nullable Instant leftAt,
        @Nullable Version membership) {}
