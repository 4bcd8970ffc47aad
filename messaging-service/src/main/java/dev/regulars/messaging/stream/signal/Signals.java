package dev.regulars.messaging.stream.signal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.worker.Poller;
import dev.regulars.events.CommunityId;
import dev.regulars.messaging.community.Viewer;
import dev.regulars.messaging.stream.StreamConfig;
import dev.regulars.messaging.stream.client.StreamClients;
import dev.regulars.messaging.stream.feed.ChannelFeeds;
import dev.regulars.messaging.stream.feed.FrameWriter;
import dev.regulars.messaging.stream.feed.Subscriber;
import dev.regulars.web.caller.Level;
import dev.regulars.web.value.Ids;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Tells clients of every replica that somebody types, comes or goes: its own at once, those of others when they look. */
@ApplicationScoped
public class Signals {

    /** Clocks of replicas differ, and a write may take a moment to be seen. */
    private static final Duration OVERLAP = Duration.ofSeconds(2);
    /** Who goes on typing is told to other replicas no more often. */
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final StreamClients clients;
    private final ChannelFeeds feeds;
    private final FrameWriter writer;
    private final Outbox outbox;
    private final Clock clock;
    private final Poller looks;
    private final String replica = Ids.next();
    private final Cache<String, Boolean> told =
            Caffeine.newBuilder().expireAfterWrite(OVERLAP.multipliedBy(3)).build();
    private final Cache<String, Boolean> typed =
            Caffeine.newBuilder().expireAfterWrite(AGAIN).maximumSize(100_000).build();
    private volatile Instant lookedAt;

    Signals(
            StreamClients clients,
            ChannelFeeds feeds,
            FrameWriter writer,
            Outbox outbox,
            StreamConfig config,
            Vertx vertx,
            Clock clock) {
        this.clients = clients;
        this.feeds = feeds;
        this.writer = writer;
        this.outbox = outbox;
        this.clock = clock;
        this.lookedAt = clock.instant();
        this.looks = Poller.every(vertx, config.lookEvery(), "Looking for signals of other replicas", this::look);
    }

    void start(@Observes StartupEvent started) {
        looks.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        looks.stop();
    }

    /** @param by the stream of the one who types, which needs not be told */
    public void typing(Viewer viewer, String channelId, Subscriber by) {
        var signal = signal(viewer.community(), String.valueOf(viewer.actor().userId()));
        signal.channelId = channelId;
        tell(signal, by);
        if (typed.asMap().putIfAbsent(channelId + ":" + signal.userId, true) == null) {
            var unused = signal.store(outbox.alone())
                    .subscribe()
                    .with(stored -> {}, failure -> Log.debugf("Other replicas are not told of it: %s", failure));
        }
    }

    /** @param hidden whether only admins may know */
    Uni<Void> presence(CommunityId community, String userId, boolean online, boolean hidden) {
        var signal = signal(community, userId);
        signal.online = online;
        signal.hidden = hidden;
        tell(signal, null);
        return signal.store(outbox.alone());
    }

    private SignalDocument signal(CommunityId community, String userId) {
        var signal = new SignalDocument();
        signal.id = Ids.next();
        signal.communityId = community;
        signal.userId = userId;
        signal.replica = replica;
        signal.at = clock.instant();
        return signal;
    }

    private Uni<Void> look() {
        Instant now = clock.instant();
        if (clients.isEmpty()) {
            lookedAt = now;
            return Uni.createFrom().voidItem();
        }
        return SignalDocument.since(outbox.alone(), lookedAt.minus(OVERLAP), replica)
                .invoke(found -> {
                    found.stream()
                            .filter(signal -> told.asMap().putIfAbsent(signal.id, true) == null)
                            .forEach(signal -> tell(signal, null));
                    lookedAt = now;
                })
                .replaceWithVoid();
    }

    private void tell(SignalDocument signal, @Nullable Subscriber by) {
        if (signal.channelId != null) {
            String text = writer.typing(signal.channelId, signal.userId, signal.at);
            feeds.subscribers(signal.channelId).stream()
                    .filter(other -> other != by)
                    .forEach(other -> other.say(text));
        } else {
            String text = writer.presence(signal.userId, signal.online, signal.at);
            clients.of(signal.communityId)
                    .filter(client -> !signal.hidden || isAdmin(client))
                    .forEach(client -> client.say(text));
        }
    }

    private static boolean isAdmin(Subscriber client) {
        Viewer viewer = client.caller().viewer();
        return viewer != null && (viewer.isKey() || viewer.level().compareTo(Level.ADMIN) >= 0);
    }
}
