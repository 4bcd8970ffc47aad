package dev.regulars.webhook.delivery;

import dev.regulars.eventing.Rounds;
import dev.regulars.webhook.subscription.Leased;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The deliveries of one leased subscription: a few under way at a time, the longest due first. Each subscription has a
 * lane of its own, so a dead endpoint holds up nobody else.
 */
final class Lane {

    static final int MOST_UNDER_WAY = 8;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Leased subscription;
    private final Courier courier;
    private final Clock clock;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();
    private final Rounds rounds;
    private volatile Instant until;
    private volatile boolean closed;

    Lane(Leased subscription, Instant until, Courier courier, Clock clock) {
        this.subscription = subscription;
        this.until = until;
        this.courier = courier;
        this.clock = clock;
        this.rounds = Rounds.every(PAUSE, "Deliveries of " + subscription.id(), this::fill);
    }

    void open() {
        rounds.start();
    }

    void poke() {
        rounds.poke();
    }

    void renewed(Instant until) {
        this.until = until;
    }

    /** What is under way goes on to its end; nothing new begins. */
    void close() {
        closed = true;
        rounds.stop();
    }

    boolean isIdle() {
        return underWay.isEmpty();
    }

    private Uni<Void> fill() {
        int room = MOST_UNDER_WAY - underWay.size();
        if (room <= 0 || !mayBegin()) {
            return Uni.createFrom().voidItem();
        }
        return DeliveryDocument.due(subscription.id(), List.copyOf(underWay), clock.instant(), room)
                .invoke(due -> due.forEach(this::begin))
                .replaceWithVoid();
    }

    /** A replica that slept through its lease finds out here. */
    private boolean mayBegin() {
        return !closed && clock.instant().isBefore(until);
    }

    private void begin(DeliveryDocument delivery) {
        if (!mayBegin() || !underWay.add(delivery.id)) {
            return;
        }
        var unused = courier.attempt(subscription, delivery)
                .onTermination()
                .invoke(() -> underWay.remove(delivery.id))
                .subscribe()
                .with(this::ended, failure -> Log.warnf(failure, "Attempt of %s goes unrecorded", delivery.id));
    }

    private void ended(Verdict verdict) {
        if (verdict.isGoodbye()) {
            close();
        }
        rounds.poke(); // there is room for another
    }
}
