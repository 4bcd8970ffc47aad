package dev.regulars.messaging.stream.feed;

import dev.regulars.eventing.worker.Poller;
import dev.regulars.events.CommunityId;
import dev.regulars.messaging.log.ChannelLog;
import dev.regulars.messaging.log.ChannelLog.ChannelKey;
import dev.regulars.messaging.log.LogListener;
import dev.regulars.messaging.stream.StreamConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The channels that clients of this replica follow, and the news of them: its own at once, those of other replicas by looking. */
@ApplicationScoped
public class ChannelFeeds implements LogListener {

    /** Clocks of replicas differ, and a write may take a moment to be seen. */
    private static final Duration OVERLAP = Duration.ofSeconds(2);

    private static final Duration COMPLETE_LOOK = Duration.ofSeconds(5);
    private static final int MOST = 5_000;

    private final ChannelLog log;
    private final FrameWriter writer;
    private final Clock clock;
    private final Map<String, ChannelFeed> feeds = new ConcurrentHashMap<>();
    private final Poller looks;
    private final Poller completeLooks;
    private volatile Instant lookedAt;

    ChannelFeeds(ChannelLog log, FrameWriter writer, StreamConfig config, Vertx vertx, Clock clock) {
        this.log = log;
        this.writer = writer;
        this.clock = clock;
        this.lookedAt = clock.instant();
        this.looks = Poller.every(vertx, config.lookEvery(), "Looking for news of channels", this::look);
        this.completeLooks = Poller.every(vertx, COMPLETE_LOOK, "Looking at all channels", this::wakeAll);
    }

    void start(@Observes StartupEvent started) {
        looks.start();
        completeLooks.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        looks.stop();
        completeLooks.stop();
    }

    @Override
    public void appended(CommunityId community, String channelId) {
        ChannelFeed feed = feeds.get(channelId);
        if (feed != null) {
            feed.wake();
        }
    }

    /** Begins with what the channel has now, where nobody follows it yet. */
    Uni<ChannelFeed> follow(ChannelKey channel, Subscriber subscriber) {
        ChannelFeed known = feeds.get(channel.channelId());
        Uni<ChannelFeed> feed = known != null
                ? Uni.createFrom().item(known)
                : log.head(channel.community(), channel.channelId())
                        .map(head -> new ChannelFeed(channel, head, log, writer));
        return feed.map(one -> join(one, subscriber));
    }

    /** Whoever leaves last takes the feed away, and whoever comes at that moment brings it back. */
    private ChannelFeed join(ChannelFeed feed, Subscriber subscriber) {
        ChannelFeed followed = feeds.compute(feed.channel().channelId(), (id, known) -> {
            ChannelFeed one = known == null ? feed : known;
            one.subscribers().add(subscriber);
            return one;
        });
        followed.wake();
        return followed;
    }

    void leave(ChannelFeed feed, Subscriber subscriber) {
        var unused = feeds.computeIfPresent(feed.channel().channelId(), (id, known) -> {
            known.subscribers().remove(subscriber);
            return known.subscribers().isEmpty() ? null : known;
        });
    }

    /** The others who follow a channel here. */
    public List<Subscriber> subscribers(String channelId) {
        ChannelFeed feed = feeds.get(channelId);
        return feed == null ? List.of() : List.copyOf(feed.subscribers());
    }

    private Uni<Void> look() {
        if (feeds.isEmpty()) {
            lookedAt = clock.instant();
            return Uni.createFrom().voidItem();
        }
        Instant now = clock.instant();
        return log.heads(lookedAt.minus(OVERLAP), MOST)
                .invoke(heads -> {
                    heads.forEach(this::wakeIfBehind);
                    lookedAt = now;
                })
                .replaceWithVoid();
    }

    private void wakeIfBehind(String channelId, long seq) {
        ChannelFeed feed = feeds.get(channelId);
        if (feed != null && feed.head() < seq) {
            feed.wake();
        }
    }

    private Uni<Void> wakeAll() {
        feeds.values().forEach(ChannelFeed::wake);
        return Uni.createFrom().voidItem();
    }
}
