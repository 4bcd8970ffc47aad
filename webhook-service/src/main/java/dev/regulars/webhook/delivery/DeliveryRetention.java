package dev.regulars.webhook.delivery;

import dev.regulars.eventing.worker.Poller;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** Removes the bodies of closed deliveries after 30 days; the documents themselves go by a TTL index after 90. */
@ApplicationScoped
class DeliveryRetention {

    private static final Duration INTERVAL = Duration.ofMinutes(10);

    private final Poller poller;

    DeliveryRetention(Vertx vertx) {
        this.poller = Poller.every(vertx, INTERVAL, "Expiring delivery bodies", DeliveryDocument::expireBodies);
    }

    void start(@Observes StartupEvent started) {
        poller.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        poller.stop();
    }
}
