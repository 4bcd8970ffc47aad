package dev.regulars.webhook.incoming.action;

import static dev.regulars.web.refusal.Refusal.orNotFound;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.regulars.internal.InternalClient;
import dev.regulars.internal.ServiceAddresses;
import dev.regulars.internal.ServiceToken;
import dev.regulars.web.refusal.Refusal;
import dev.regulars.webhook.incoming.action.Bodies.MessageBody;
import dev.regulars.webhook.incoming.hook.IncomingHookDocument;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Posts a message in a channel. */
@ApplicationScoped
class PostMessage {

    private static final Duration TIME_LIMIT = Duration.ofSeconds(3);
    private static final int LONGEST = 10_000;

    record MessageRequest(
            String communityId, String channelId, String sender, String message, String clientKey, String webhookId) {}

    record MessageAnswer(String messageId) {}

    private final InternalClient messaging;

    PostMessage(Vertx vertx, ObjectMapper json, ServiceAddresses addresses, ServiceToken token) {
        this.messaging = new InternalClient(vertx, json, addresses.messaging(), token::get, TIME_LIMIT);
    }

    /** With the channel and the sender of the webhook, where the call names none. */
    MessageBody checked(IncomingHookDocument hook, MessageBody body) {
        if (body.message() == null || body.message().isBlank()) {
            throw Refusal.invalid("message", "is required");
        }
        if (body.message().length() > LONGEST) {
            throw Refusal.invalid("message", "must be at most " + LONGEST + " characters");
        }
        String channel = body.channelId() == null ? hook.channelId : body.channelId();
        String sender = body.sender() == null ? hook.sender : body.sender();
        if (channel == null || !channel.matches("[0-9a-fA-F]{24}")) {
            throw Refusal.invalid("channelId", channel == null ? "is required" : "must be 24 hexadecimal digits");
        }
        if (sender == null) {
            throw Refusal.invalid("sender", "is required");
        }
        return new MessageBody(body.message(), channel, sender);
    }

    Uni<Void> post(IncomingHookDocument hook, MessageBody body, String receipt) {
        var request = new MessageRequest(
                hook.communityId,
                String.valueOf(body.channelId()),
                String.valueOf(body.sender()),
                String.valueOf(body.message()),
                receipt,
                hook.id);
        return messaging
                .post("/internal/messages", request, MessageAnswer.class)
                .plug(orNotFound("channel or sender", "of a call"))
                .replaceWithVoid();
    }
}
