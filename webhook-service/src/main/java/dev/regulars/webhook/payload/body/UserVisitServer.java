package dev.regulars.webhook.payload.body;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.regulars.events.community.CommunityEvent.MemberVisited;
import dev.regulars.web.operation.OutgoingWebhook;
import dev.regulars.webhook.payload.Facts;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Body of a delivery of {@code user_visit_server} (contract 4.1). */
@OutgoingWebhook(
        event = "user_visit_server",
        summary = "A user visited the server",
        description = "Sent once for each counted visit of a member")
@Schema(name = "UserVisitServer", examples = """
        {"event": "user_visit_server", "serverId": "66b1f0e9a4d3e5f60718293b", "timestamp": "2026-03-10T16:15:50.123Z",
         "data": {"user": {"user_id": "43", "username": "ben", "email": "ben@example.com", "first_name": "Ben",
                           "last_name": "Silva"},
                  "visited_at": "2026-03-10T16:15:50.123Z", "visit_count": 7}}""")
public record UserVisitServer(
        String event,

        @Schema(description = "`_id` of the community") String serverId,

        @Schema(description = "When it happened") Instant timestamp,

        Visited data) {

    /** Who visited, when, and how often until then. */
    @JsonNaming(SnakeCaseStrategy.class)
    @Schema(name = "UserVisited")
    public record Visited(PayloadUser user, Instant visitedAt, long visitCount) {}

    public static UserVisitServer of(MemberVisited visited, Instant at, Facts facts) {
        var data = new Visited(PayloadUser.of(facts), visited.visitedAt(), visited.visitCount());
        return new UserVisitServer("user_visit_server", visited.communityId(), at, data);
    }
}
