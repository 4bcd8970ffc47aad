package dev.regulars.webhook.delivery.worker;

import dev.regulars.webhook.endpoint.WebhookClientConfig;
import dev.regulars.webhook.lease.Leases;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;

/** What all workers of a replica share. */
@Singleton
class WorkerContext {

    private final Vertx vertx;
    private final Leases leases;
    private final DeliverySender sender;
    private final AttemptRecorder recorder;
    private final WebhookClientConfig config;
    private final Clock clock;
    private final AtomicLong heldBodyBytes = new AtomicLong();

    WorkerContext(
            Vertx vertx,
            Leases leases,
            DeliverySender sender,
            AttemptRecorder recorder,
            WebhookClientConfig config,
            Clock clock) {
        this.vertx = vertx;
        this.leases = leases;
        this.sender = sender;
        this.recorder = recorder;
        this.config = config;
        this.clock = clock;
    }

    Vertx vertx() {
        return vertx;
    }

    Leases leases() {
        return leases;
    }

    DeliverySender sender() {
        return sender;
    }

    AttemptRecorder recorder() {
        return recorder;
    }

    WebhookClientConfig config() {
        return config;
    }

    Clock clock() {
        return clock;
    }

    AtomicLong heldBodyBytes() {
        return heldBodyBytes;
    }
}
