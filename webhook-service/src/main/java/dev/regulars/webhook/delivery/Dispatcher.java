package dev.regulars.webhook.delivery;

import dev.regulars.eventing.Poller;
import dev.regulars.webhook.subscription.Leased;
import dev.regulars.webhook.subscription.Leases;
import dev.regulars.webhook.subscription.Standing;
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
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Opens a lane for each subscription that has something to deliver and that this replica gets the lease of. */
@ApplicationScoped
public class Dispatcher {

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration GOODBYE = Duration.ofSeconds(3);
    private static final Duration MOMENT = Duration.ofMillis(50);

    private final Vertx vertx;
    private final Leases leases;
    private final Courier courier;
    private final Logbook logbook;
    private final Clock clock;
    private final Map<String, Lane> lanes = new ConcurrentHashMap<>();
    private final Poller poller;

    Dispatcher(Vertx vertx, Leases leases, Courier courier, Logbook logbook, Clock clock) {
        this.vertx = vertx;
        this.leases = leases;
        this.courier = courier;
        this.logbook = logbook;
        this.clock = clock;
        this.poller = Poller.every(vertx, PAUSE, "Dispatching", this::round);
    }

    void start(@Observes StartupEvent started) {
        poller.start();
    }

    /** What is under way may end; then all that is open goes to the other replicas at once, not when the leases lapse. */
    void stop(@Observes ShutdownEvent stopping) {
        poller.stop();
        lanes.values().forEach(Lane::close);
        allIdle()
                .chain(() -> leases.release(lanes.keySet()))
                .onFailure()
                .recoverWithNull()
                .await()
                .atMost(GOODBYE.multipliedBy(2));
    }

    private Uni<Void> allIdle() {
        return Multi.createFrom()
                .ticks()
                .every(MOMENT)
                .select()
                .first(tick -> !lanes.values().stream().allMatch(Lane::isIdle))
                .select()
                .first(GOODBYE)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** Something may be deliverable that was not before. */
    public void wake() {
        poller.wake();
    }

    /** Something new is stored. */
    void wake(Collection<String> subscriptions) {
        for (String id : subscriptions) {
            Lane lane = lanes.get(id);
            if (lane == null) {
                poller.wake();
            } else {
                lane.wake();
            }
        }
    }

    private Uni<Void> round() {
        Instant until = clock.instant().plus(Leases.LENGTH);
        return leases.renew(lanes.keySet())
                .invoke(held -> keep(held, until))
                .chain(DeliveryDocument::waiting)
                .call(this::closeIdle)
                .chain(this::openMissing);
    }

    private void keep(Set<String> held, Instant until) {
        lanes.forEach((id, lane) -> {
            if (held.contains(id)) {
                lane.renewed(until);
            } else {
                close(id);
            }
        });
    }

    private Uni<Void> closeIdle(Set<String> waiting) {
        List<String> idle = lanes.entrySet().stream()
                .filter(one -> !waiting.contains(one.getKey()) && one.getValue().isIdle())
                .map(Map.Entry::getKey)
                .toList();
        idle.forEach(this::close);
        return leases.release(idle);
    }

    private Uni<Void> openMissing(Set<String> waiting) {
        Set<String> missing = new HashSet<>(waiting);
        missing.removeAll(lanes.keySet());
        return missing.isEmpty()
                ? Uni.createFrom().voidItem()
                : leases.standing(missing).chain(this::openFree);
    }

    private Uni<Void> openFree(Standing standing) {
        return each(standing.gone(), id -> DeliveryDocument.drop(id, "The webhook was deleted"))
                .chain(() -> each(standing.free(), this::open));
    }

    private Uni<Void> open(String id) {
        Instant until = clock.instant().plus(Leases.LENGTH);
        return leases.take(id)
                .onItem()
                .ifNotNull()
                .call(leased -> DeliveryDocument.stamp(id, leased.fence()))
                .onItem()
                .ifNotNull()
                .invoke(leased -> open(leased, until))
                .replaceWithVoid();
    }

    private void open(Leased leased, Instant until) {
        var lane = new Lane(vertx, leased, until, courier, logbook, clock);
        lanes.put(leased.id(), lane);
        lane.open();
    }

    private void close(String id) {
        Lane lane = lanes.remove(id);
        if (lane != null) {
            lane.close();
        }
    }

    /** One that cannot be helped, such as a secret of another master key, is no reason to leave the others. */
    private static Uni<Void> each(Set<String> ids, Function<String, Uni<Void>> work) {
        return Multi.createFrom()
                .iterable(ids)
                .onItem()
                .transformToUniAndMerge(id -> work.apply(id)
                        .onFailure()
                        .invoke(failure -> Log.errorf(failure, "Deliveries of %s have to wait", id))
                        .onFailure()
                        .recoverWithNull())
                .collect()
                .last()
                .replaceWithVoid();
    }
}
