package dev.regulars.messaging;

import static dev.regulars.web.refusal.ErrorCode.Definition.conflict;
import static dev.regulars.web.refusal.ErrorCode.Definition.invalid;

import dev.regulars.web.refusal.ErrorCode;
import dev.regulars.web.refusal.Kind;

/** Everything this service can refuse, but for what is not found. */
public enum MessagingError implements ErrorCode {
    MESSAGE_EMPTY(invalid("message", "message is required")),
    MESSAGE_TOO_LONG(invalid("message", "message must be at most 10000 characters")),
    SENDER_MISSING(invalid("sender", "sender is required")),
    TOPIC_MISSING(invalid("forumTopicId", "forumTopicId is required")),
    NOT_A_FORUM(invalid("forumTopicId", "forumTopicId must be left out: the channel is no forum")),
    CHANNEL_IS_NO_FORUM(invalid("channelId", "channelId must be a forum")),
    EMOJI_UNKNOWN(invalid("emoji", "emoji must be a shortcode such as :tada:")),
    SEQ_OF_THE_FUTURE(invalid("seq", "seq must be at most the last one of the channel")),
    SINCE_OF_THE_FUTURE(invalid("since", "since must be at most the last seq of the channel")),
    NOTHING_TO_SEARCH(invalid("q", "q must have a word")),
    MAY_NOT_POST(conflict("sender", "The sender may not post in the channel")),
    ANALYSIS_MESSAGE(conflict("messageId", "An analysis is changed by its own call")),
    REACTION_LIMIT(conflict("emoji", "limit reached: reactions 5000")),
    CLIENT_KEY_REUSED(ErrorCode.Definition.of(Kind.MISUSED_KEY));

    private final Definition definition;

    MessagingError(Definition definition) {
        this.definition = definition;
    }

    @Override
    public Definition definition() {
        return definition;
    }
}
