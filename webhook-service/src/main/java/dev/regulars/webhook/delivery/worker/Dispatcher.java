package dev.regulars.webhook.delivery.worker;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import dev.regulars.eventing.worker.Poller;
import dev.regulars.webhook.delivery.DeliveryDocument;
import dev.regulars.webhook.delivery.DeliveryWrites;
import dev.regulars.webhook.lease.LeaseCandidates;
import dev.regulars.webhook.lease.LeasedSubscription;
import dev.regulars.webhook.lease.Leases;
import dev.regulars.webhook.subscription.SubscriptionDocument;
import io.quarkus.logging.Log;
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
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Runs a worker for each subscription that has open deliveries and is leased by this replica. */
@ApplicationScoped
public class Dispatcher {

    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final Duration POSTPONEMENT = Duration.ofMinutes(1);
    private static final Duration DRAIN_LIMIT = Duration.ofSeconds(3);
    private static final Duration DRAIN_CHECK = Duration.ofMillis(50);

    private final WorkerContext context;
    private final Leases leases;
    private final Clock clock;
    private final Map<String, SubscriptionWorker> workers = new ConcurrentHashMap<>();
    private final Map<String, Instant> postponedUntil = new ConcurrentHashMap<>();
    private final Poller poller;

    Dispatcher(Vertx vertx, WorkerContext context, Leases leases, Clock clock) {
        this.context = context;
        this.leases = leases;
        this.clock = clock;
        this.poller = Poller.every(vertx, INTERVAL, "Dispatching deliveries", this::round);
    }

    void start(@Observes StartupEvent started) {
        poller.start();
    }

    /** Drains attempts in flight, then releases the leases so that other replicas need not wait for their expiry. */
    void stop(@Observes ShutdownEvent stopping) {
        poller.stop();
        workers.values().forEach(SubscriptionWorker::close);
        awaitIdle()
                .chain(() -> leases.release(workers.keySet()))
                .onFailure()
                .recoverWithNull()
                .await()
                .atMost(DRAIN_LIMIT.multipliedBy(2));
    }

    private Uni<Void> awaitIdle() {
        return Multi.createFrom()
                .ticks()
                .every(DRAIN_CHECK)
                .select()
                .first(tick -> !workers.values().stream().allMatch(SubscriptionWorker::isIdle))
                .select()
                .first(DRAIN_LIMIT)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** A subscription may have become deliverable. */
    public void wake() {
        poller.wake();
    }

    /** New deliveries; those of subscriptions that are leased here are not read back. */
    public void stored(List<DeliveryDocument> deliveries) {
        Map<String, List<DeliveryDocument>> bySubscription =
                deliveries.stream().collect(groupingBy(delivery -> delivery.subscriptionId));
        bySubscription.forEach((id, stored) -> {
            SubscriptionWorker worker = workers.get(id);
            if (worker == null) {
                poller.wake();
            } else {
                worker.offer(stored);
            }
        });
    }

    /** New deliveries were stored for these subscriptions. */
    public void wake(Collection<String> subscriptions) {
        for (String id : subscriptions) {
            SubscriptionWorker worker = workers.get(id);
            if (worker == null) {
                poller.wake();
            } else {
                worker.wake();
            }
        }
    }

    private Uni<Void> round() {
        Instant until = clock.instant().plus(Leases.LENGTH);
        return leases.renew(workers.keySet())
                .call(held -> keep(held, until))
                .chain(DeliveryWrites::subscriptionsWithOpen)
                .call(this::closeIdle)
                .chain(this::openMissing);
    }

    private Uni<Void> keep(Map<String, SubscriptionDocument> held, Instant until) {
        List<SubscriptionDocument> changed = new ArrayList<>();
        workers.forEach((id, worker) -> {
            SubscriptionDocument renewed = held.get(id);
            if (renewed == null) {
                close(id);
                return;
            }
            worker.renewed(until);
            if (renewed.revision != worker.revision()) {
                changed.add(renewed);
            }
        });
        return each(
                changed.stream().map(one -> one.id).collect(toSet()), id -> leases.opened(requireNonNull(held.get(id)))
                        .invoke(this::takeOver)
                        .replaceWithVoid());
    }

    private void takeOver(LeasedSubscription settings) {
        SubscriptionWorker worker = workers.get(settings.id());
        if (worker != null) {
            worker.changed(settings);
        }
    }

    private Uni<Void> closeIdle(Set<String> withOpen) {
        List<String> idle = workers.entrySet().stream()
                .filter(entry -> entry.getValue().isClosed() || !withOpen.contains(entry.getKey()))
                .filter(entry -> entry.getValue().isIdle())
                .map(Map.Entry::getKey)
                .toList();
        idle.forEach(this::close);
        return leases.release(idle);
    }

    private Uni<Void> openMissing(Set<String> withOpen) {
        Set<String> missing = new HashSet<>(withOpen);
        missing.removeAll(workers.keySet());
        missing.removeAll(postponed());
        return missing.isEmpty()
                ? Uni.createFrom().voidItem()
                : leases.candidates(missing).chain(this::openAvailable);
    }

    private Set<String> postponed() {
        Instant now = clock.instant();
        postponedUntil.values().removeIf(until -> until.isBefore(now));
        return postponedUntil.keySet();
    }

    private Uni<Void> openAvailable(LeaseCandidates candidates) {
        return each(candidates.deleted(), id -> DeliveryWrites.drop(id, "The webhook was deleted"))
                .chain(() -> each(candidates.available(), this::open));
    }

    private Uni<Void> open(String id) {
        Instant until = clock.instant().plus(Leases.LENGTH);
        return leases.acquire(id)
                .onItem()
                .ifNotNull()
                .call(leased -> DeliveryWrites.fence(id, leased.fence()))
                .onItem()
                .ifNotNull()
                .invoke(leased -> open(leased, until))
                .replaceWithVoid();
    }

    private void open(LeasedSubscription leased, Instant until) {
        var worker = new SubscriptionWorker(context, leased, until);
        workers.put(leased.id(), worker);
        worker.open();
    }

    private void close(String id) {
        SubscriptionWorker worker = workers.remove(id);
        if (worker != null) {
            worker.close();
        }
    }

    /** A subscription that fails, such as one whose secret cannot be decrypted, is postponed and does not stop the others. */
    private Uni<Void> each(Set<String> ids, Function<String, Uni<Void>> work) {
        return Multi.createFrom()
                .iterable(ids)
                .onItem()
                .transformToUniAndMerge(id -> work.apply(id)
                        .onFailure()
                        .invoke(failure -> postpone(id, failure))
                        .onFailure()
                        .recoverWithNull())
                .collect()
                .last()
                .replaceWithVoid();
    }

    private void postpone(String id, Throwable failure) {
        Log.errorf(failure, "Deliveries of webhook %s are postponed", id);
        postponedUntil.put(id, clock.instant().plus(POSTPONEMENT));
    }
}
