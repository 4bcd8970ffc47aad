package dev.regulars.community.server;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A community as its API shows it (contract §3.16).
 *
 * @param id counted per installation
 * @param userId decimal string of the owner
 */
record ServerView(
        String _id,
        long id,
        String name,
        @Nullable String uri,
        @Nullable String domain,
        @Nullable String description,
        @Nullable String image,
        String timezone,
        String userId,
        Instant createdAt,
        Instant updatedAt,
        int __v) {

    static ServerView of(ServerDocument server) {
        return new ServerView(
                server.id,
                server.number,
                server.name,
                server.uri,
                server.domain,
                server.description,
                server.image,
                server.timezone,
                server.ownerUserId,
                server.createdAt,
                server.updatedAt,
                0);
    }
}
