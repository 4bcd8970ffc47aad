package dev.regulars.eventing.worker;

import io.quarkus.logging.Log;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Does what documents say is due, again and again: a round at a time, a jittered pause between two, at once when woken.
 * A round that fails is logged, and the next one is due soon.
 */
public final class Poller {

    private final Vertx vertx;
    private final String name;
    private final Duration pause;
    private final Supplier<Uni<Void>> round;
    private final AtomicInteger asked = new AtomicInteger();
    private volatile boolean stopped;
    private volatile @Nullable ScheduledFuture<?> next;

    private Poller(Vertx vertx, String name, Duration pause, Supplier<Uni<Void>> round) {
        this.vertx = vertx;
        this.name = name;
        this.pause = pause;
        this.round = round;
    }

    /** @param pause between two rounds, give or take half of it, so that replicas started together do not move together */
    public static Poller every(Vertx vertx, Duration pause, String name, Supplier<Uni<Void>> round) {
        return new Poller(vertx, name, pause, round);
    }

    public void start() {
        wake();
        schedule();
    }

    /** There is something to do now. Safe from any thread; asked during a round, the next one follows at once. */
    public void wake() {
        if (!stopped && asked.getAndIncrement() == 0) {
            run();
        }
    }

    public void stop() {
        stopped = true;
        ScheduledFuture<?> waiting = next;
        if (waiting != null) {
            waiting.cancel(false);
        }
    }

    private void schedule() {
        if (!stopped) {
            long half = pause.toMillis() / 2;
            long wait = half + ThreadLocalRandom.current().nextLong(2 * half + 1);
            next = Infrastructure.getDefaultWorkerPool().schedule(this::tick, wait, TimeUnit.MILLISECONDS);
        }
    }

    private void tick() {
        wake();
        schedule();
    }

    private void run() {
        int answered = asked.get();
        var unused = Uni.createFrom()
                .deferred(round::get)
                .onFailure()
                .invoke(failure -> Log.warnf(failure, "%s failed, the next round is due soon", name))
                .onFailure()
                .recoverWithNull()
                .runSubscriptionOn(contextOfItsOwn(vertx))
                .subscribe()
                .with(done -> finished(answered));
    }

    /**
     * For work that no request asked for. Without a context, what one piece of work leaves on its thread (a trace, say) would
     * be found by the next stranger there.
     */
    public static Executor contextOfItsOwn(Vertx vertx) {
        return work -> VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext())
                .runOnContext(nothing -> work.run());
    }

    /** Where we are now, for what comes back on another thread: a driver's own, or a timer's. */
    public static Executor thisContext() {
        Context here = Vertx.currentContext();
        return here == null ? Runnable::run : work -> here.runOnContext(nothing -> work.run());
    }

    private void finished(int answered) {
        if (asked.addAndGet(-answered) > 0 && !stopped) {
            run();
        }
    }
}
