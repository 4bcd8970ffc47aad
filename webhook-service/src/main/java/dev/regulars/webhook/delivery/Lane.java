package dev.regulars.webhook.delivery;

import dev.regulars.eventing.Poller;
import dev.regulars.webhook.delivery.DeliveryDocument.Attempt;
import dev.regulars.webhook.subscription.Leased;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;

/**
 * The deliveries of one leased subscription: a few under way at a time, the longest due first. Each subscription has a
 * lane of its own, so a dead endpoint holds up nobody else.
 */
final class Lane {

    static final int MOST_UNDER_WAY = 8;
    private static final int MOST_IN_HAND = 256;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Leased subscription;
    private final Courier courier;
    private final Logbook logbook;
    private final Clock clock;
    private final Poller poller;
    /** From the moment they are read until what came of them is written: nobody need read them again before. */
    private final Set<String> inHand = ConcurrentHashMap.newKeySet();

    private final Queue<DeliveryDocument> next = new ConcurrentLinkedQueue<>();
    private final Semaphore room = new Semaphore(MOST_UNDER_WAY);
    private volatile Instant until;
    private volatile boolean moreWait;
    private volatile boolean closed;

    Lane(Vertx vertx, Leased subscription, Instant until, Courier courier, Logbook logbook, Clock clock) {
        this.subscription = subscription;
        this.until = until;
        this.courier = courier;
        this.logbook = logbook;
        this.clock = clock;
        this.poller = Poller.every(vertx, PAUSE, "Deliveries of " + subscription.id(), this::fill);
    }

    void open() {
        poller.start();
    }

    void wake() {
        poller.wake();
    }

    void renewed(Instant until) {
        this.until = until;
    }

    /** What is under way goes on to its end; nothing new begins. */
    void close() {
        closed = true;
        poller.stop();
        next.clear();
    }

    boolean isIdle() {
        return room.availablePermits() == MOST_UNDER_WAY && (closed || inHand.isEmpty());
    }

    private Uni<Void> fill() {
        moreWait = inHand.size() > MOST_IN_HAND / 2;
        if (moreWait || !mayBegin()) {
            return Uni.createFrom().voidItem();
        }
        int most = MOST_IN_HAND - inHand.size();
        return DeliveryDocument.due(subscription.id(), List.copyOf(inHand), clock.instant(), most)
                .invoke(due -> take(due, most))
                .replaceWithVoid();
    }

    private void take(List<DeliveryDocument> due, int most) {
        moreWait = due.size() == most;
        for (DeliveryDocument delivery : due) {
            if (inHand.add(delivery.id)) {
                next.add(delivery);
            }
        }
        beginNext();
    }

    /** A replica that slept through its lease finds out here. */
    private boolean mayBegin() {
        return !closed && clock.instant().isBefore(until);
    }

    private void beginNext() {
        while (!next.isEmpty() && mayBegin() && room.tryAcquire()) {
            DeliveryDocument delivery = next.poll();
            if (delivery == null) {
                room.release();
            } else {
                begin(delivery);
            }
        }
    }

    private void begin(DeliveryDocument delivery) {
        var unused = courier.attempt(subscription, delivery)
                .onTermination()
                .invoke(room::release)
                .invoke(this::ended)
                .chain(verdict -> logbook.write(new Attempt(delivery.id, subscription.fence(), verdict)))
                .onTermination()
                .invoke(() -> letGo(delivery))
                .subscribe()
                .with(done -> {}, failure -> Log.warnf(failure, "Attempt of %s goes unrecorded", delivery.id));
    }

    private void ended(Verdict verdict) {
        if (verdict.isGoodbye()) {
            close();
        }
        beginNext();
    }

    private void letGo(DeliveryDocument delivery) {
        inHand.remove(delivery.id);
        if (moreWait && inHand.size() <= MOST_IN_HAND / 2) {
            moreWait = false;
            poller.wake();
        }
    }
}
