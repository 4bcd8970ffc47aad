package dev.regulars.messaging.stream.feed;

import dev.regulars.messaging.community.Channels;
import dev.regulars.messaging.community.Viewer;
import dev.regulars.messaging.log.ChannelLog;
import dev.regulars.messaging.log.ChannelLog.ChannelKey;
import dev.regulars.messaging.stream.CloseCode;
import dev.regulars.messaging.stream.StreamConfig;
import dev.regulars.messaging.stream.StreamRefused;
import dev.regulars.messaging.stream.caller.StreamCallers.StreamCaller;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.refusal.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lets clients follow the channels that they see. */
@ApplicationScoped
public class Subscriptions {

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{24}");

    private final Channels channels;
    private final ChannelLog log;
    private final ChannelFeeds feeds;
    private final StreamConfig config;

    Subscriptions(Channels channels, ChannelLog log, ChannelFeeds feeds, StreamConfig config) {
        this.channels = channels;
        this.log = log;
        this.feeds = feeds;
        this.config = config;
    }

    /** @param since the last place that was seen; from now on where it is absent */
    public Uni<Void> begin(Subscriber subscriber, String channelId, @Nullable Long since) {
        if (channelId == null || !ID.matcher(channelId).matches() || (since != null && since < 0)) {
            throw new StreamRefused(CloseCode.BAD_FRAME, "no channel, or no seq");
        }
        if (subscriber.channels().size() >= config.channelsPerClient()) {
            throw new StreamRefused(CloseCode.TOO_MANY, "channels");
        }
        return check(subscriber.caller(), channelId, since)
                .chain(viewer -> feeds.follow(new ChannelKey(viewer.community(), channelId), subscriber))
                .invoke(feed -> subscriber.begin(feed, Objects.requireNonNullElseGet(since, feed::head)))
                .replaceWithVoid();
    }

    /** Whether a caller sees a channel, and the place is one that was. */
    public Uni<Viewer> check(StreamCaller caller, String channelId, @Nullable Long since) {
        Viewer viewer = caller.viewer();
        if (viewer == null) {
            throw new StreamRefused(CloseCode.NOT_ALLOWED, "no community");
        }
        return channels.visible(viewer, channelId)
                .onFailure(Subscriptions::isRefused)
                .transform(no -> new StreamRefused(CloseCode.NOT_ALLOWED, String.valueOf(no.getMessage())))
                .chain(() -> checkPast(viewer, channelId, since))
                .replaceWith(viewer);
    }

    private Uni<Void> checkPast(Viewer viewer, String channelId, @Nullable Long since) {
        return since == null
                ? Uni.createFrom().voidItem()
                : log.head(viewer.community(), channelId)
                        .invoke(head -> {
                            if (since > head) {
                                throw new StreamRefused(CloseCode.BAD_FRAME, "since of the future");
                            }
                        })
                        .replaceWithVoid();
    }

    private static boolean isRefused(Throwable failure) {
        return failure instanceof Refusal no && (no.kind() == Kind.NOT_FOUND || no.kind() == Kind.NOT_PERMITTED);
    }
}
