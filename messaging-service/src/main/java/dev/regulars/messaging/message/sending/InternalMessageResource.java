package dev.regulars.messaging.message.sending;

import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.operation.IgnoresIdempotencyKey;
import dev.regulars.web.validation.ObjectId;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

@Path("/internal/messages")
class InternalMessageResource {

    /**
     * A message that an incoming webhook brought.
     *
     * @param sender decimal userId, {@code _id}, e-mail address or username
     * @param clientKey one message for each, for ever
     */
    record WebhookMessage(
            @NotNull @ObjectId String communityId,
            @NotNull @ObjectId String channelId,
            @NotBlank @Size(max = 254) String sender,
            @NotNull String message,
            @NotBlank @Size(max = 255) String clientKey,
            @Nullable @Size(max = 64) String webhookId) {}

    /** The message that was stored, now or before. */
    record StoredMessage(String messageId) {}

    private final WebhookMessages messages;
    private final Caller caller;

    InternalMessageResource(WebhookMessages messages, Caller caller) {
        this.messages = messages;
        this.caller = caller;
    }

    @POST
    @Needs(service = true)
    @IgnoresIdempotencyKey("The body has one")
    @Operation(summary = "Send a message that an incoming webhook brought")
    public Uni<StoredMessage> send(@Valid @NotNull WebhookMessage message) {
        return messages.send(caller.community(message.communityId()), message)
                .map(stored -> new StoredMessage(stored.id));
    }
}
