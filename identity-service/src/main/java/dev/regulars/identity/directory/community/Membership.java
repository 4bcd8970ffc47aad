package dev.regulars.identity.directory.community;

import dev.regulars.eventing.Version;
import dev.regulars.events.CommunityId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The membership of an account, as answered by community-service, with the versions it was read at. */
public record Membership(
        String communityId,
        String accountId,
        boolean owner,
        Version server,
        @Nullable Instant joinedAt,
        @Nullable Instant leftAt,
        int accessLevel,
        @Nullable List<String> roleIds,
        @Nullable Version membership) {

    /** As sure as an event: community-service owns communities. */
    public CommunityId community() {
        return CommunityId.trusted(communityId);
    }
}
