package dev.regulars.webhook.delivery;

import dev.regulars.eventing.MicroBatcher;
import dev.regulars.webhook.delivery.DeliveryDocument.Attempt;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** Writes down how attempts went: one write for all that came in during the one before. */
@ApplicationScoped
class Logbook {

    private static final int MOST_AT_ONCE = 512;
    private static final int TRIES = 5;

    private record Line(Attempt attempt, UniEmitter<? super Void> written) {}

    private final MicroBatcher<Line> lines = new MicroBatcher<>(MOST_AT_ONCE, Logbook::write);

    /** Done when it is written; fails when it cannot be: what is not written down is posted again. */
    Uni<Void> write(Attempt attempt) {
        return Uni.createFrom().emitter(written -> lines.add(new Line(attempt, written)));
    }

    /** A database that is away for a moment is asked more than once. */
    private static Uni<Void> write(List<Line> lines) {
        return DeliveryDocument.record(lines.stream().map(Line::attempt).toList())
                .onFailure()
                .retry()
                .withBackOff(Duration.ofMillis(100), Duration.ofSeconds(2))
                .atMost(TRIES)
                .invoke(counted -> written(lines, counted))
                .replaceWithVoid()
                .onFailure()
                .recoverWithItem(failure -> failed(lines, failure));
    }

    private static void written(List<Line> lines, int counted) {
        if (counted < lines.size()) {
            Log.debugf("%d attempts count no more: others deliver now", lines.size() - counted);
        }
        lines.forEach(line -> line.written().complete(null));
    }

    private static Void failed(List<Line> lines, Throwable failure) {
        lines.forEach(line -> line.written().fail(failure));
        return null;
    }
}
