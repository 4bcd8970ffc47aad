package dev.regulars.gateway.limits;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;

/** The memory that all bodies in the gateway take together. Whoever holds a body reserves its bytes first. */
@Singleton
public class BodyMemoryBudget {

    private static final long PART_OF_HEAP = 4;

    private final AtomicLong held = new AtomicLong();
    private final long max;

    BodyMemoryBudget(GatewayLimits limits, MeterRegistry metrics) {
        this.max = limits.maxHeldBytes()
                .map(MemorySize::asLongValue)
                .orElse(Runtime.getRuntime().maxMemory() / PART_OF_HEAP);
        Gauge.builder("gateway.held.bytes", held, AtomicLong::get)
                .description("Memory taken by request and response bodies")
                .register(metrics);
    }

    /** False if the bytes do not fit any more. */
    public boolean reserve(long bytes) {
        if (held.addAndGet(bytes) <= max) {
            return true;
        }
        held.addAndGet(-bytes);
        return false;
    }

    public void release(long bytes) {
        held.addAndGet(-bytes);
    }
}
