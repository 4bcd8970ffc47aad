package dev.regulars.community.server;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A community as its API shows it (contract §3.16).
 *
 * @param id counted per installation
 * @param userId decimal string of the owner
 */
@Schema(examples = """
        {"_id": "66b1f0e9a4d3e5f60718293b", "id": 7, "name": "Chess club", "uri": "chess-club",
         "domain": "chess.example.com", "description": "Openings, endings and a tournament every month",
         "image": "https://chess.example.com/logo.png", "timezone": "Europe/Lisbon", "userId": "42",
         "createdAt": "2026-03-10T16:15:50.123Z", "updatedAt": "2026-03-10T16:15:50.123Z", "__v": 0}""")
public record ServerView(
        String _id,

        @Schema(description = "The decimal id of the community")
        long id,

        String name,

        @Schema(description = "Short name in addresses") @Nullable
        String uri,

        @Schema(description = "Own host name of the community") @Nullable
        String domain,

        @Nullable String description,
        @Schema(description = "URL of a picture") @Nullable String image,

        @Schema(description = "IANA name; days of the community begin in it")
        String timezone,

        @Schema(description = "The decimal id of the owner") String userId,
        Instant createdAt,
        Instant updatedAt,
        @Schema(description = "Revision") int __v) {

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
