package dev.regulars.webhook.replay;

import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.worker.Worklist;
import dev.regulars.eventing.worker.Worklists;
import dev.regulars.webhook.delivery.worker.Dispatcher;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Opens the deliveries of running replays, each at its own rate. */
@Startup
@ApplicationScoped
class ReplayWorker {

    private static final Duration INTERVAL = Duration.ofMillis(500);
    private static final Duration STEP = Duration.ofSeconds(1);

    private final Worklist<ReplayDocument> list;
    private final Dispatcher dispatcher;
    private final Outbox outbox;

    ReplayWorker(Worklists worklists, Dispatcher dispatcher, Outbox outbox) {
        this.dispatcher = dispatcher;
        this.outbox = outbox;
        this.list = worklists.every(
                INTERVAL,
                "Replaying deliveries",
                ReplayDocument::due,
                replay -> replay.id,
                this::step,
                (replay, until) -> replay.postpone(outbox.alone(), until));
    }

    void wake() {
        list.wake();
    }

    private Uni<Void> step(ReplayDocument due, Instant now) {
        return due.claim(outbox.alone(), now.plus(STEP))
                .onItem()
                .ifNotNull()
                .transformToUni(replay -> open(replay, now))
                .replaceWithVoid();
    }

    private Uni<Void> open(ReplayDocument replay, Instant now) {
        return ReplayWrites.openNext(replay, replay.ratePerSecond, now)
                .invoke(opened -> dispatcher.wake(List.of(replay.subscriptionId)))
                .chain(opened -> opened == 0
                        ? replay.allOpened(outbox.alone())
                        : Uni.createFrom().voidItem());
    }
}
