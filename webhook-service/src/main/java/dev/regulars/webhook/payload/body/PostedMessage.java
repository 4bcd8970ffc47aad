package dev.regulars.webhook.payload.body;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.regulars.events.messaging.MessagingEvent.MessageSent;
import dev.regulars.webhook.payload.Facts;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A message, in the bodies of deliveries (contract 3.3.4). */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PostedMessage")
public record PostedMessage(
        @Schema(description = "`_id` of the message") String id,

        @Schema(description = "The text; empty where there are images only")
        String message,

        @Schema(description = "URLs") List<String> images,
        Author user,
        Place channel,

        @Schema(description = "When it was posted") Instant timestamp,

        @Schema(description = "In a forum") @Nullable String forumTopicId,

        @Schema(description = "The message that it replies to") @Nullable
        String replyTo) {

    /** Who wrote it. */
    @JsonNaming(SnakeCaseStrategy.class)
    @Schema(name = "PostedMessageUser")
    public record Author(
            @Schema(description = "The decimal id of the account")
            String userId,

            String email) {}

    /** Where it stands. */
    @JsonNaming(SnakeCaseStrategy.class)
    @Schema(name = "PostedMessageChannel")
    public record Place(String channelId, String name) {}

    static PostedMessage of(MessageSent sent, Facts facts) {
        var person = requireNonNull(facts.person(), "The profile is missing");
        return new PostedMessage(
                sent.messageId(),
                sent.text(),
                sent.images(),
                new Author(person.userId(), person.email()),
                new Place(sent.channelId(), facts.channel() == null ? "" : facts.channel()),
                sent.sentAt(),
                sent.forumTopicId(),
                sent.replyTo());
    }
}
