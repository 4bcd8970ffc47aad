package dev.regulars.messaging.message.forum;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.regulars.messaging.message.view.MessageAuthor;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A topic of a forum (contract §3.3.7). */
@Schema(name = "Topic", examples = """
        {"_id": "66b1f2c3a4d3e5f607182961", "channel_id": "66b1f2c3a4d3e5f607182942", "title": "Openings",
         "user": {"user_id": "42", "email": "ana@example.com"}, "total": 1,
         "created_at": "2026-03-10T16:15:50.123Z", "last_message_at": "2026-03-10T16:15:50.123Z"}""")
record TopicView(
        String _id,
        @Schema(description = "`_id` of the forum") String channel_id,
        String title,
        MessageAuthor user,
        @Schema(description = "How many messages it has") long total,
        Instant created_at,

        @Schema(description = "Absent while it has no message") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        Instant last_message_at) {

    /** Topics, the newest first. */
    @Schema(name = "TopicList", examples = """
            {"topics": [{"_id": "66b1f2c3a4d3e5f607182961", "channel_id": "66b1f2c3a4d3e5f607182942",
             "title": "Openings", "user": {"user_id": "42", "email": "ana@example.com"}, "total": 1,
             "created_at": "2026-03-10T16:15:50.123Z", "last_message_at": "2026-03-10T16:15:50.123Z"}]}""")
    record Listed(
            List<TopicView> topics,

            @Schema(description = "Where the list goes on; absent at its end")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Nullable
            String next_cursor) {}
}
