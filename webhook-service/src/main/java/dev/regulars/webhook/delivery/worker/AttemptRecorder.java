package dev.regulars.webhook.delivery.worker;

import dev.regulars.eventing.worker.MicroBatcher;
import dev.regulars.webhook.delivery.DeliveryWrites;
import dev.regulars.webhook.delivery.DeliveryWrites.Attempt;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** Records attempt outcomes, batched into one bulk write at a time. */
@Singleton
class AttemptRecorder {

    private static final int MAX_BATCH = 512;
    private static final int TRIES = 5;
    /** While there is much to record: a write costs the more the fewer outcomes it has. */
    private static final Duration BETWEEN_WRITES = Duration.ofMillis(10);

    private record PendingAttempt(Attempt attempt, UniEmitter<? super Void> written) {}

    private final MicroBatcher<PendingAttempt> entries = new MicroBatcher<>(MAX_BATCH, AttemptRecorder::write);

    /** Completes once the outcome is stored; fails if it cannot be, and the delivery is then attempted again. */
    Uni<Void> record(Attempt attempt) {
        return Uni.createFrom().emitter(written -> entries.add(new PendingAttempt(attempt, written)));
    }

    /** Retries while MongoDB is briefly unavailable. */
    private static Uni<Void> write(List<PendingAttempt> entries) {
        long startedAt = System.nanoTime();
        return DeliveryWrites.record(
                        entries.stream().map(PendingAttempt::attempt).toList())
                .onFailure()
                .retry()
                .withBackOff(Duration.ofMillis(100), Duration.ofSeconds(2))
                .atMost(TRIES)
                .invoke(counted -> written(entries, counted))
                .replaceWithVoid()
                .onFailure()
                .recoverWithItem(failure -> failed(entries, failure))
                .chain(() -> pause(BETWEEN_WRITES.minusNanos(System.nanoTime() - startedAt)));
    }

    /** Timers have no less than a millisecond. */
    private static Uni<Void> pause(Duration rest) {
        Uni<Void> now = Uni.createFrom().voidItem();
        return rest.toMillis() > 0 ? now.onItem().delayIt().by(rest) : now;
    }

    private static void written(List<PendingAttempt> entries, int counted) {
        if (counted < entries.size()) {
            Log.debugf("%d outcomes ignored: another replica holds the lease", entries.size() - counted);
        }
        entries.forEach(entry -> entry.written().complete(null));
    }

    private static Void failed(List<PendingAttempt> entries, Throwable failure) {
        entries.forEach(entry -> entry.written().fail(failure));
        return null;
    }
}
