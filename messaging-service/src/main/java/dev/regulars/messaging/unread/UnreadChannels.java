package dev.regulars.messaging.unread;

import static dev.regulars.messaging.MessagingError.SEQ_OF_THE_FUTURE;

import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import dev.regulars.messaging.community.Channels;
import dev.regulars.messaging.community.Viewer;
import dev.regulars.messaging.log.ChannelLog;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Counts what members have not read. */
@ApplicationScoped
class UnreadChannels {

    private static final int COUNTED_TO = 999;
    private static final int AT_ONCE = 8;

    private final Channels channels;
    private final ChannelLog log;
    private final Outbox outbox;

    UnreadChannels(Channels channels, ChannelLog log, Outbox outbox) {
        this.channels = channels;
        this.log = log;
        this.outbox = outbox;
    }

    Uni<UnreadView> read(Tx tx, Viewer viewer, String channelId, long seq) {
        return channels.visible(viewer, channelId)
                .chain(channel -> log.head(viewer.community(), channelId))
                .invoke(head -> {
                    if (seq > head) {
                        throw SEQ_OF_THE_FUTURE.because(seq + " > " + head);
                    }
                })
                .chain(() -> ReadMarkerDocument.advance(tx, viewer.community(), viewer.accountId(), channelId, seq))
                .chain(marker -> count(viewer.community(), viewer.accountId(), channelId, marker.seq, Instant.EPOCH));
    }

    /** All channels that the viewer sees. */
    Uni<List<UnreadView>> list(Viewer viewer) {
        return channels.visible(viewer).chain(seen -> list(viewer.community(), viewer.accountId(), seen.keySet()));
    }

    /** These channels, whether the member sees them or not. In a channel never read, what was before the join is not counted. */
    Uni<List<UnreadView>> list(CommunityId community, String accountId, Collection<String> channelIds) {
        return channels.joinedAt(community, accountId)
                .chain(joinedAt -> ReadMarkerDocument.list(outbox.alone(), community, accountId, channelIds)
                        .collect()
                        .asMap(marker -> marker.channelId, marker -> marker.seq)
                        .chain(markers -> counted(community, accountId, channelIds, markers, joinedAt)));
    }

    /** For identity-service, which shows a person the channels of all their communities. */
    Uni<Map<String, Long>> ofAnyCommunity(String accountId, Collection<String> channelIds) {
        return channels.byCommunity(channelIds).chain(all -> Multi.createFrom()
                .iterable(all.entrySet())
                .onItem()
                .transformToMulti(one -> list(one.getKey(), accountId, one.getValue())
                        .onItem()
                        .transformToMulti(Multi.createFrom()::iterable))
                .merge(AT_ONCE)
                .collect()
                .asMap(UnreadView::channelId, UnreadView::unread));
    }

    private Uni<List<UnreadView>> counted(
            CommunityId community,
            String accountId,
            Collection<String> channelIds,
            Map<String, Long> markers,
            Instant joinedAt) {
        return Multi.createFrom()
                .iterable(channelIds.stream().sorted().toList())
                .onItem()
                .transformToUni(channel -> {
                    Long seq = markers.get(channel);
                    return seq == null
                            ? count(community, accountId, channel, 0, joinedAt)
                            : count(community, accountId, channel, seq, Instant.EPOCH);
                })
                .merge(AT_ONCE)
                .collect()
                .asList();
    }

    private Uni<UnreadView> count(CommunityId community, String accountId, String channelId, long seq, Instant since) {
        return log.unread(community, channelId, seq, since, accountId, COUNTED_TO)
                .map(unread -> new UnreadView(channelId, seq, unread));
    }
}
