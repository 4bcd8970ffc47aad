package dev.regulars.messaging.message.sending;

import dev.regulars.messaging.community.ChannelDocument;
import dev.regulars.messaging.message.sending.Senders.Sender;
import org.jspecify.annotations.Nullable;

/**
 * A message that is allowed and only has to be stored.
 *
 * @param clientKey the client's own name of it: under one, a sender sends one message for ever
 */
public record NewMessage(
        ChannelDocument channel,
        Sender sender,
        MessageContent content,
        @Nullable String replyTo,
        @Nullable String topicId,
        @Nullable String clientKey) {}
