package dev.regulars.messaging.message;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which messages are looked for: those that fit every member that is there.
 *
 * @param channelIds the only channels that are looked into
 * @param accountId author's account
 * @param userId author's decimal id
 * @param words all of which a message has
 */
public record MessageQuery(
        Collection<String> channelIds,
        @Nullable String accountId,
        @Nullable String userId,
        @Nullable String topicId,
        List<String> words) {}
