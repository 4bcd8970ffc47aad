package dev.regulars.eventing.worker;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Does what documents say is due. Each item has its own time and its own failure: one that fails is postponed, twice as
 * long each time, and the next ones follow at once. Made by {@link Worklists}.
 */
public final class Worklist<T> {

    /** An item that never answers must not hold the list for ever. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    private static final int AT_ONCE = 8;
    private static final int REMEMBERED = 10_000;

    /** What a service says about its list. */
    record Steps<T>(
            Function<Instant, Uni<List<T>>> due,
            Function<T, ?> id,
            BiFunction<T, Instant, Uni<Void>> work,
            BiFunction<T, Instant, Uni<Void>> postpone) {}

    private final Clock clock;
    private final String name;
    private final Steps<T> steps;
    private final Backoff pause;
    private final Poller poller;
    private final Map<Object, Integer> tries = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Integer> eldest) {
            return size() > REMEMBERED; // it begins with the shortest pause again
        }
    };

    Worklist(Vertx vertx, Clock clock, Duration interval, String name, Steps<T> steps) {
        this.clock = clock;
        this.name = name;
        this.steps = steps;
        this.pause = new Backoff(interval, LONGEST_PAUSE);
        this.poller = Poller.every(vertx, interval, name, this::round);
    }

    /** Something may be due now. Safe from any thread. */
    public void wake() {
        poller.wake();
    }

    void start() {
        poller.start();
    }

    void stop() {
        poller.stop();
    }

    private Uni<Void> round() {
        return page(ConcurrentHashMap.newKeySet());
    }

    /** One page after the other, as long as they bring items that this round has not seen. */
    private Uni<Void> page(Set<Object> seen) {
        return steps.due().apply(clock.instant()).chain(items -> {
            List<T> fresh = items.stream()
                    .filter(item -> seen.add(steps.id().apply(item)))
                    .toList();
            return fresh.isEmpty() ? Uni.createFrom().voidItem() : each(fresh).chain(() -> page(seen));
        });
    }

    private Uni<Void> each(List<T> items) {
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .transformToUni(this::one)
                .merge(AT_ONCE)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> one(T item) {
        Object id = steps.id().apply(item);
        return Uni.createFrom()
                .deferred(() -> steps.work().apply(item, clock.instant()))
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .invoke(() -> forget(id))
                .onFailure()
                .recoverWithUni(failure -> postpone(item, id, failure));
    }

    private Uni<Void> postpone(T item, Object id, Throwable failure) {
        int failed = countFailure(id);
        Instant until = clock.instant().plus(pause.after(failed));
        Log.warnf(failure, "%s: %s failed %d times and waits until %s", name, id, failed, until);
        return Uni.createFrom()
                .deferred(() -> steps.postpone().apply(item, until))
                .onFailure()
                .invoke(late -> Log.warnf(late, "%s: %s was not postponed", name, id))
                .onFailure()
                .recoverWithNull();
    }

    private synchronized int countFailure(Object id) {
        return tries.merge(id, 1, Integer::sum);
    }

    private synchronized void forget(Object id) {
        @Nullable Integer failed = tries.remove(id);
        if (failed != null) {
            Log.infof("%s: %s succeeded after %d failures", name, id, failed);
        }
    }
}
