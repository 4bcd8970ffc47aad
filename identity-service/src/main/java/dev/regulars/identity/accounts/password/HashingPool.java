package dev.regulars.identity.accounts.password;

import static dev.regulars.identity.IdentityError.HASHING_BUSY;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Hashing on threads of its own: one core stays free for everybody else, and the system prefers them where priorities
 * count ({@code -XX:ThreadPriorityPolicy=1}). What would wait too long is refused at once, what did wait too long unhashed.
 */
@Startup
@ApplicationScoped
class HashingPool {

    private final ThreadPoolExecutor threads;
    private final Duration deadline;
    private final Timer hashing;

    HashingPool(PasswordConfig config, MeterRegistry metrics) {
        int cores = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        var factory = Thread.ofPlatform()
                .name("hashing-", 0)
                .daemon()
                .priority(Thread.MIN_PRIORITY)
                .factory();
        this.threads = new ThreadPoolExecutor(cores, cores, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), factory);
        this.deadline = config.deadline();
        Gauge.builder("passwords.waiting", threads, pool -> pool.getQueue().size())
                .description("Password hashes that wait for a thread of the pool")
                .register(metrics);
        this.hashing = Timer.builder("passwords.hashing")
                .description("Time that a password hash takes once it has a thread")
                .register(metrics);
    }

    /** Fails with {@code HASHING_BUSY} where the deadline passed before the work began. Answers on the caller's context. */
    <T> Uni<T> run(Supplier<T> work) {
        return refuseWhenBusy().chain(() -> queued(work));
    }

    /** For callers that would read something first. */
    Uni<Void> refuseWhenBusy() {
        return Uni.createFrom()
                .deferred(() -> expectedWait() > deadline.toNanos()
                        ? Uni.createFrom().failure(() -> HASHING_BUSY.because("would wait longer than " + deadline))
                        : Uni.createFrom().voidItem());
    }

    private <T> Uni<T> queued(Supplier<T> work) {
        long asked = System.nanoTime();
        Context context = Vertx.currentContext();
        return Uni.createFrom()
                .item(() -> {
                    if (System.nanoTime() - asked > deadline.toNanos()) {
                        throw HASHING_BUSY.because("waited longer than " + deadline);
                    }
                    return hashing.record(work);
                })
                .runSubscriptionOn(threads)
                .emitOn(answer -> {
                    if (context == null) {
                        answer.run();
                    } else {
                        context.runOnContext(nothing -> answer.run());
                    }
                });
    }

    /** By what a hash took so far. */
    private double expectedWait() {
        return threads.getQueue().size() * hashing.mean(TimeUnit.NANOSECONDS) / threads.getCorePoolSize();
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
