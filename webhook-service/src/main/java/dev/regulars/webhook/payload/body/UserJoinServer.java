package dev.regulars.webhook.payload.body;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.regulars.events.community.CommunityEvent.MemberJoined;
import dev.regulars.web.operation.OutgoingWebhook;
import dev.regulars.webhook.payload.Facts;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Body of a delivery of {@code user_join_server} (contract 4.1). */
@OutgoingWebhook(
        event = "user_join_server",
        summary = "A user joined the server",
        description = "Sent once for each time that an account becomes a member")
@Schema(name = "UserJoinServer", examples = """
        {"event": "user_join_server", "serverId": "66b1f0e9a4d3e5f60718293b", "timestamp": "2026-03-10T16:15:50.123Z",
         "data": {"user": {"user_id": "43", "username": "ben", "email": "ben@example.com", "first_name": "Ben",
                           "last_name": "Silva"},
                  "joined_at": "2026-03-10T16:15:50.123Z"}}""")
public record UserJoinServer(
        String event,

        @Schema(description = "`_id` of the community") String serverId,

        @Schema(description = "When it happened") Instant timestamp,

        Joined data) {

    /** Who joined, and when. */
    @JsonNaming(SnakeCaseStrategy.class)
    @Schema(name = "UserJoined")
    public record Joined(PayloadUser user, Instant joinedAt) {}

    public static UserJoinServer of(MemberJoined joined, Instant at, Facts facts) {
        var data = new Joined(PayloadUser.of(facts), joined.joinedAt());
        return new UserJoinServer("user_join_server", joined.communityId(), at, data);
    }
}
