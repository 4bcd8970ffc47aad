package dev.regulars.eventing.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;

/** What an operator sees of the relay. */
@ApplicationScoped
class RelayMetrics {

    private final AtomicInteger held = new AtomicInteger();

    private final AtomicInteger blocked = new AtomicInteger();
    private final MeterRegistry registry;

    RelayMetrics(MeterRegistry registry) {
        this.registry = registry;
        registry.gauge("outbox.held.events", held);
        registry.gauge("outbox.blocked.documents", blocked); // above zero: an event can never be sent; alert
    }

    int held() {
        return held.get();
    }

    void took(int events) {
        held.addAndGet(events);
    }

    void sent(boolean unblocks) {
        held.decrementAndGet();
        if (unblocks) {
            blocked.decrementAndGet();
        }
    }

    void failed(Exception failure, boolean blocks) {
        registry.counter("outbox.send.failures", "cause", failure.getClass().getSimpleName())
                .increment();
        if (blocks) {
            blocked.incrementAndGet();
        }
    }
}
