package dev.regulars.webhook.delivery;

import dev.regulars.eventing.Poller;
import dev.regulars.webhook.delivery.DeliveryDocument.Attempt;
import dev.regulars.webhook.lease.LeasedSubscription;
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
 * Sends the deliveries of one leased subscription, a few in flight at a time, the longest overdue first. Each subscription
 * has its own worker, so a dead endpoint delays no other.
 */
final class SubscriptionWorker {

    static final int MAX_IN_FLIGHT = 8;
    private static final int MAX_CLAIMED = 256;
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final LeasedSubscription subscription;
    private final DeliverySender sender;
    private final AttemptRecorder recorder;
    private final Clock clock;
    private final Poller poller;
    /** Ids from being read until their outcome is recorded; they are not read again in between. */
    private final Set<String> claimed = ConcurrentHashMap.newKeySet();

    private final Queue<DeliveryDocument> queue = new ConcurrentLinkedQueue<>();
    private final Semaphore slots = new Semaphore(MAX_IN_FLIGHT);
    private volatile Instant leasedUntil;
    private volatile boolean moreDue;
    private volatile boolean closed;

    SubscriptionWorker(
            Vertx vertx,
            LeasedSubscription subscription,
            Instant leasedUntil,
            DeliverySender sender,
            AttemptRecorder recorder,
            Clock clock) {
        this.subscription = subscription;
        this.leasedUntil = leasedUntil;
        this.sender = sender;
        this.recorder = recorder;
        this.clock = clock;
        this.poller = Poller.every(vertx, INTERVAL, "Deliveries of webhook " + subscription.id(), this::fill);
    }

    void open() {
        poller.start();
    }

    void wake() {
        poller.wake();
    }

    void renewed(Instant leasedUntil) {
        this.leasedUntil = leasedUntil;
    }

    /** Attempts in flight run to their end; no new one starts. */
    void close() {
        closed = true;
        poller.stop();
        queue.clear();
    }

    /** Closed by itself: the dispatcher has to give the lease back. */
    boolean isClosed() {
        return closed;
    }

    boolean isIdle() {
        return slots.availablePermits() == MAX_IN_FLIGHT && (closed || claimed.isEmpty());
    }

    private Uni<Void> fill() {
        moreDue = claimed.size() > MAX_CLAIMED / 2;
        if (moreDue || !mayStart()) {
            return Uni.createFrom().voidItem();
        }
        int limit = MAX_CLAIMED - claimed.size();
        return DeliveryDocument.due(subscription.id(), List.copyOf(claimed), clock.instant(), limit)
                .invoke(due -> take(due, limit))
                .replaceWithVoid();
    }

    private void take(List<DeliveryDocument> due, int limit) {
        moreDue = due.size() == limit;
        for (DeliveryDocument delivery : due) {
            if (claimed.add(delivery.id)) {
                queue.add(delivery);
            }
        }
        startNext();
    }

    /** False once the lease has expired, for example after a long pause of this process. */
    private boolean mayStart() {
        return !closed && clock.instant().isBefore(leasedUntil);
    }

    private void startNext() {
        while (!queue.isEmpty() && mayStart() && slots.tryAcquire()) {
            DeliveryDocument delivery = queue.poll();
            if (delivery == null) {
                slots.release();
            } else {
                start(delivery);
            }
        }
    }

    private void start(DeliveryDocument delivery) {
        var unused = sender.attempt(subscription, delivery)
                .invoke(this::closeIfGone)
                .onTermination()
                .invoke(this::ended)
                .chain(outcome -> recorder.record(new Attempt(delivery.id, subscription.fence(), outcome)))
                .onTermination()
                .invoke(() -> release(delivery))
                .subscribe()
                .with(
                        done -> {},
                        failure -> Log.warnf(failure, "Attempt of delivery %s was not recorded", delivery.id));
    }

    private void closeIfGone(AttemptOutcome outcome) {
        if (outcome.isGone()) {
            close();
        }
    }

    private void ended() {
        slots.release();
        startNext();
    }

    private void release(DeliveryDocument delivery) {
        claimed.remove(delivery.id);
        if (moreDue && claimed.size() <= MAX_CLAIMED / 2) {
            moreDue = false;
            poller.wake();
        }
    }
}
