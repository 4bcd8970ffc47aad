package dev.regulars.gamification.leaderboard.live;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.regulars.eventing.Poller;
import dev.regulars.gamification.leaderboard.order.RankIndex;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.refusal.Refusal;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The orders that this replica has in memory. The truth is in MongoDB: one that is dropped is loaded again. */
@ApplicationScoped
public class Orders {

    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_LAG = Duration.ofSeconds(1);
    private static final Duration KEPT_UP = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Vertx vertx;
    private final OrderLoader loader;
    private final Clock clock;
    private final Poller poller;
    private final Cache<OrderKey, LiveOrder> open = Caffeine.newBuilder()
            .maximumSize(200)
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();
    /** Of moments in the past. */
    private final Cache<OrderKey, LiveOrder> settled = Caffeine.newBuilder()
            .maximumSize(8)
            .expireAfterAccess(Duration.ofMinutes(1))
            .build();

    Orders(Vertx vertx, OrderLoader loader, Clock clock) {
        this.vertx = vertx;
        this.loader = loader;
        this.clock = clock;
        this.poller = Poller.every(vertx, PAUSE, "Keeping leaderboards up to date", this::keepUp);
    }

    void start(@Observes StartupEvent started) {
        poller.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        poller.stop();
    }

    /** Not older than a second. Refused as unavailable while it is being loaded, which goes on. */
    public Uni<RankIndex> get(OrderKey key) {
        Cache<OrderKey, LiveOrder> cache = key.isOpen() ? open : settled;
        Instant now = clock.instant();
        LiveOrder order = cache.get(key, fresh -> new LiveOrder(fresh, now));
        order.used(now);
        return order.load(() -> loader.load(order).runSubscriptionOn(Poller.contextOfItsOwn(vertx)))
                .onFailure()
                .invoke(() -> cache.invalidate(key))
                .chain(() -> order.isStale(now, LONGEST_LAG)
                        ? refresh(order)
                        : Uni.createFrom().voidItem())
                .ifNoItem()
                .after(PATIENCE)
                .failWith(() -> Refusal.of(Kind.UNAVAILABLE, "a leaderboard is being loaded"))
                .emitOn(Poller.thisContext())
                .replaceWith(order.index);
    }

    private Uni<Void> refresh(LiveOrder order) {
        return order.refresh(() -> loader.refresh(order).runSubscriptionOn(Poller.contextOfItsOwn(vertx)));
    }

    private Uni<Void> keepUp() {
        Instant now = clock.instant();
        return Multi.createFrom()
                .iterable(open.asMap().values())
                .filter(order -> order.isInUse(now, KEPT_UP))
                .onItem()
                .transformToUniAndMerge(this::refresh)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
