package dev.regulars.gateway.server.connection;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the connections of all event loops and the requests in progress on them. */
@Singleton
public class OpenConnections {

    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();

    OpenConnections(MeterRegistry metrics) {
        Gauge.builder("gateway.connections", connections, AtomicInteger::get)
                .description("Open client connections")
                .register(metrics);
    }

    /** False if there are as many already. */
    boolean opened(int max) {
        return connections.getAndUpdate(count -> count < max ? count + 1 : count) < max;
    }

    void closed() {
        connections.decrementAndGet();
    }

    void requestStarted() {
        requests.incrementAndGet();
    }

    void requestEnded() {
        requests.decrementAndGet();
    }

    public int requests() {
        return requests.get();
    }
}
