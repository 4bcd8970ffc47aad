package dev.regulars.webhook.delivery.worker;

import dev.regulars.eventing.worker.Poller;
import dev.regulars.webhook.delivery.DeliveryDocument;
import dev.regulars.webhook.delivery.DeliveryWrites;
import dev.regulars.webhook.delivery.DeliveryWrites.Attempt;
import dev.regulars.webhook.lease.LeasedSubscription;
import dev.regulars.webhook.subscription.setting.DeliveryOrder;
import dev.regulars.webhook.subscription.setting.Rest;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends the deliveries of one leased subscription, a few in flight at a time, the longest overdue first. Each subscription
 * has its own worker, so a dead endpoint delays no other.
 */
final class SubscriptionWorker {

    /** Of those that wait for one another; who is next among them is found out by reading all. */
    private static final int ORDERED_AT_MOST = 256;
    /** A crash repeats what was sent and not recorded: at most these, and those in flight. */
    private static final int UNRECORDED_AT_MOST = 64;

    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final WorkerContext context;
    private final Poller poller;
    private final Breaker breaker;
    private final RateLimit rate = new RateLimit();
    private final ClaimedDeliveries claimed;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger unrecorded = new AtomicInteger();
    private volatile LeasedSubscription subscription;
    private volatile Instant leasedUntil;
    private volatile boolean moreDue;
    private volatile boolean closed;

    SubscriptionWorker(WorkerContext context, LeasedSubscription subscription, Instant leasedUntil) {
        this.context = context;
        this.subscription = subscription;
        this.leasedUntil = leasedUntil;
        this.claimed = new ClaimedDeliveries(context.heldBodyBytes());
        this.breaker = new Breaker(context.config(), subscription.rest());
        this.poller = Poller.every(context.vertx(), INTERVAL, "Deliveries of webhook " + subscription.id(), this::fill);
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

    long revision() {
        return subscription.revision();
    }

    /** The same lease, with the settings of now. */
    void changed(LeasedSubscription settings) {
        subscription = settings;
    }

    /** Attempts in flight run to their end; no new one starts. */
    void close() {
        closed = true;
        poller.stop();
        claimed.releaseWaiting();
    }

    /** Closed by itself: the dispatcher has to give the lease back. */
    boolean isClosed() {
        return closed;
    }

    /** Nothing is in flight, and every outcome is recorded. */
    boolean isIdle() {
        return inFlight.get() == 0 && claimed.isEmpty();
    }

    /** Takes deliveries that were stored this moment, without reading them back. */
    void offer(List<DeliveryDocument> stored) {
        if (subscription.order() != null || closed || !claimed.hasRoomFor(stored)) {
            moreDue = true;
            wake();
            return;
        }
        claimed.add(stored);
        startNext();
        if (closed) { // meanwhile
            claimed.releaseWaiting();
        }
    }

    private Uni<Void> fill() {
        startNext(); // a rest may be over
        moreDue = !claimed.isHalfEmpty();
        if (moreDue || !mayStart()) {
            return Uni.createFrom().voidItem();
        }
        claimed.beginReading();
        DeliveryOrder order = subscription.order();
        Uni<Void> reading = order == null ? fillWithDue(claimed.room()) : fillInOrder(order);
        return reading.onTermination().invoke(claimed::endReading);
    }

    private Uni<Void> fillWithDue(int limit) {
        return DeliveryWrites.due(
                        subscription.id(), claimed.ids(), context.clock().instant(), limit)
                .invoke(due -> moreDue = due.size() == limit)
                .invoke(claimed::add)
                .invoke(this::startNext)
                .replaceWithVoid();
    }

    private Uni<Void> fillInOrder(DeliveryOrder order) {
        Instant now = context.clock().instant();
        return DeliveryWrites.oldestOrdered(subscription.id(), ORDERED_AT_MOST)
                .map(open -> OrderedDeliveries.ready(open, claimed.ids(), order, now))
                .invoke(claimed::add)
                .chain(() -> DeliveryWrites.dueUnordered(subscription.id(), now, ORDERED_AT_MOST))
                .invoke(claimed::add)
                .invoke(this::startNext)
                .replaceWithVoid();
    }

    /** False once the lease has expired, for example after a long pause of this process. */
    private boolean mayStart() {
        return !closed && context.clock().instant().isBefore(leasedUntil);
    }

    private void startNext() {
        while (!claimed.isAllBegun() && unrecorded.get() < UNRECORDED_AT_MOST && mayStart() && acquireSlot()) {
            DeliveryDocument delivery = mayAttempt() ? claimed.next() : null;
            if (delivery == null) {
                inFlight.decrementAndGet();
                return;
            }
            start(delivery);
        }
    }

    private boolean acquireSlot() {
        if (inFlight.incrementAndGet() <= subscription.maxInFlight()) {
            return true;
        }
        inFlight.decrementAndGet();
        return false;
    }

    private boolean mayAttempt() {
        Duration wait = rate.acquire(subscription.ratePerSecond());
        if (wait.isPositive()) {
            context.vertx().setTimer(Math.max(1, wait.toMillis()), timer -> startNext());
            return false;
        }
        return breaker.allows(context.clock().instant());
    }

    private void start(DeliveryDocument delivery) {
        LeasedSubscription settings = subscription;
        var unused = context.sender()
                .attempt(settings, delivery)
                .invoke(this::closeIfGone)
                .call(this::noteHealth)
                .onTermination()
                .invoke(this::ended)
                .chain(attempt -> context.recorder().record(attempt))
                .onTermination()
                .invoke(() -> release(delivery))
                .subscribe()
                .with(
                        done -> {},
                        failure -> Log.warnf(failure, "Attempt of delivery %s was not recorded", delivery.id));
    }

    private void closeIfGone(Attempt attempt) {
        if (attempt.outcome().isGone()) {
            close();
        }
    }

    /** A rest is written down for the owner; whether that succeeds changes nothing for the delivery. */
    private Uni<Void> noteHealth(Attempt attempt) {
        boolean delivered = attempt.outcome().isDelivered();
        boolean over = delivered && breaker.succeeded();
        Rest rest = delivered
                ? null
                : breaker.failed(context.clock().instant(), attempt.outcome().reason());
        if (!over && rest == null) {
            return Uni.createFrom().voidItem();
        }
        return context.leases()
                .rest(subscription, rest)
                .onFailure()
                .invoke(failure -> Log.warnf(failure, "The rest of webhook %s was not stored", subscription.id()))
                .onFailure()
                .recoverWithNull();
    }

    private void ended() {
        unrecorded.incrementAndGet();
        inFlight.decrementAndGet();
        startNext();
    }

    private void release(DeliveryDocument delivery) {
        claimed.done(delivery);
        if (unrecorded.getAndDecrement() >= UNRECORDED_AT_MOST) {
            startNext();
        }
        boolean next = subscription.order() != null || (moreDue && claimed.isHalfEmpty());
        if (next) {
            moreDue = false;
            poller.wake();
        }
    }
}
