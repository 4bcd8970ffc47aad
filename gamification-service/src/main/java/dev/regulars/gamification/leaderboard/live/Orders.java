package dev.regulars.gamification.leaderboard.live;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.regulars.eventing.worker.Poller;
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

    private static final Duration PAUSE = Duration.ofMillis(400);
    private static final Duration LONGEST_LAG = Duration.ofSeconds(1);
    private static final Duration KEPT_UP = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** As measured; half of the heap is for orders, and those that were not used for longest make room. */
    private static final long BYTES_PER_MEMBER = 200;

    private final Vertx vertx;
    private final OrderLoader loader;
    private final Clock clock;
    private final Poller poller;
    private final Cache<OrderKey, LiveOrder> orders = Caffeine.newBuilder()
            .maximumWeight(Runtime.getRuntime().maxMemory() / 2 / BYTES_PER_MEMBER)
            .weigher((OrderKey key, LiveOrder order) -> 1 + order.index.size())
            .expireAfterAccess(Duration.ofMinutes(10))
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
        Instant now = clock.instant();
        LiveOrder order = orders.get(key, fresh -> new LiveOrder(fresh, now));
        order.used(now);
        return order.isCurrent(now, LONGEST_LAG) ? Uni.createFrom().item(order.index) : current(order, now);
    }

    private Uni<RankIndex> current(LiveOrder order, Instant now) {
        return order.load(() -> load(order))
                .onFailure()
                .invoke(() -> orders.invalidate(order.key))
                .chain(() -> order.isStale(now, LONGEST_LAG)
                        ? refresh(order)
                        : Uni.createFrom().voidItem())
                .ifNoItem()
                .after(PATIENCE)
                .failWith(() -> Refusal.of(Kind.UNAVAILABLE, "a leaderboard is being loaded"))
                .emitOn(Poller.thisContext())
                .replaceWith(order.index);
    }

    /** Its weight is known afterwards. */
    private Uni<Void> load(LiveOrder order) {
        return loader.load(order)
                .invoke(() -> orders.put(order.key, order))
                .runSubscriptionOn(Poller.contextOfItsOwn(vertx));
    }

    private Uni<Void> refresh(LiveOrder order) {
        return order.refresh(() -> loader.refresh(order).runSubscriptionOn(Poller.contextOfItsOwn(vertx)));
    }

    private Uni<Void> keepUp() {
        Instant now = clock.instant();
        return Multi.createFrom()
                .iterable(orders.asMap().values())
                .filter(order -> order.isInUse(now, KEPT_UP))
                .onItem()
                .transformToUniAndMerge(this::refresh)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
