package dev.regulars.gamification.activity;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What changed coins and XP of a member (contract §3.1.7). */
@Schema(examples = """
        {"pagination": {"page": 1, "limit": 50, "total": 1, "total_pages": 1, "found": 1},
         "results": [{"_id": "66b1f0e9a4d3e5f60718293b:message:66b1f2a8a4d3e5f607182941:xp:66b1f0e9a4d3e5f60718293c",
           "identifier": "ana@example.com", "user_id": "66b1f0e9a4d3e5f60718293c", "action": "message", "xp": 10, "coins": 0,
           "created_at": "2026-03-10T16:15:50.123Z"}]}""")
record LogsView(
        PageView pagination,
        @Schema(description = "The newest first") List<Entry> results) {

    /** One change. */
    record Entry(
            String _id,
            @Schema(description = "As it was asked for") String identifier,

            @JsonProperty("user_id") @Schema(description = "24 hex digits")
            String userId,

            @Schema(description = "What caused it, such as message or rewards")
            String action,

            long xp,
            long coins,
            @JsonProperty("created_at") Instant createdAt) {}
}
