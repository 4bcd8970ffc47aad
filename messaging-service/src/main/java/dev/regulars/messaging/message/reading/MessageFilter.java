package dev.regulars.messaging.message.reading;

import dev.regulars.web.page.WholeNumber;
import dev.regulars.web.validation.ObjectId;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which messages are meant (contract §3.3.4). */
public class MessageFilter {

    private static final int COUNT = 50;
    private static final int LENGTH_OF_ID = 24;

    @QueryParam("user_id")
    @Size(max = LENGTH_OF_ID)
    @Parameter(description = "Only those of this user: decimal `userId` or `_id`")
    @Nullable
    String user_id;

    @QueryParam("channel_id")
    @ObjectId
    @Parameter(description = "Only those of this channel")
    @Nullable
    String channel_id;

    @QueryParam("count")
    @WholeNumber(min = 1, max = 200)
    @Parameter(description = "How many at most", schema = @Schema(type = SchemaType.INTEGER, defaultValue = "50"))
    @Nullable
    String count;

    @QueryParam("email")
    @Email
    @Size(max = 254)
    @Parameter(description = "Only those of the user with this e-mail address")
    @Nullable
    String email;

    @QueryParam("forum_topic_id")
    @ObjectId
    @Parameter(description = "Only those of this topic")
    @Nullable
    String forum_topic_id;

    int most() {
        return count == null ? COUNT : Integer.parseInt(count);
    }

    boolean namesAccount() {
        return user_id != null && user_id.length() == LENGTH_OF_ID;
    }
}
