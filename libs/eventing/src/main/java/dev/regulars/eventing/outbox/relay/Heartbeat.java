package dev.regulars.eventing.outbox.relay;

import dev.regulars.eventing.outbox.OutboxConfig;
import dev.regulars.eventing.worker.Poller;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** Shows the readers of a topic that they are connected to us: a reader that misses it must not trust its cache. */
@ApplicationScoped
class Heartbeat {

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Poller poller;
    private final boolean wanted;

    Heartbeat(Vertx vertx, KafkaPublisher broker, OutboxConfig config) {
        String topic = config.beatOn().orElse("");
        this.wanted = !topic.isEmpty();
        this.poller = Poller.every(vertx, PAUSE, "Heartbeat", () -> Uni.createFrom()
                .item(() -> broker.beat(topic))
                .runSubscriptionOn(
                        Infrastructure.getDefaultWorkerPool()) // a producer may block while the broker is away
                .replaceWithVoid());
    }

    void start(@Observes StartupEvent started) {
        if (wanted) {
            poller.start();
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        poller.stop();
    }
}
