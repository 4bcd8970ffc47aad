package dev.regulars.messaging.log;

import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.events.CommunityId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads channels in their order. */
@ApplicationScoped
public class ChannelLog {

    /** A channel of a community. */
    public record ChannelKey(CommunityId community, String channelId) {}

    private final Outbox outbox;

    ChannelLog(Outbox outbox) {
        this.outbox = outbox;
    }

    /** What is newer than {@code seq}, in order. */
    public Uni<List<LogEntryDocument>> after(CommunityId community, String channelId, long seq, int limit) {
        return LogEntryDocument.after(outbox.alone(), community, channelId, seq, limit);
    }

    /** The last place of a channel; 0 where nothing happened yet. */
    public Uni<Long> head(CommunityId community, String channelId) {
        return LogEntryDocument.head(outbox.alone(), community, channelId).map(head -> head == null ? 0 : head.seq);
    }

    /** The last place of each of these messages, as far as they have one yet. */
    public Uni<Map<String, Long>> places(CommunityId community, Collection<String> messageIds) {
        return LogEntryDocument.about(outbox.alone(), community, messageIds)
                .collect()
                .in(HashMap::new, (places, entry) -> places.put(entry.messageId, entry.seq));
    }

    /** Messages of others behind a place, counted to {@code most}; none from before {@code since}. */
    public Uni<Long> unread(
            CommunityId community, String channelId, long seq, Instant since, String accountId, int most) {
        return LogEntryDocument.unread(outbox.alone(), community, channelId, seq, since, accountId, most);
    }

    /** The last place of each channel that had something appended since then, by any replica. */
    public Uni<Map<String, Long>> heads(Instant since, int most) {
        return LogEntryDocument.appendedSince(outbox.alone(), since, most)
                .collect()
                .in(HashMap::new, (heads, entry) -> heads.merge(entry.channelId, entry.seq, Math::max));
    }
}
