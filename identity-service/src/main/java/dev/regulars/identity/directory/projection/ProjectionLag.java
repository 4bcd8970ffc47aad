package dev.regulars.identity.directory.projection;

import dev.regulars.eventing.consumer.ReceivedEvent;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/** How far the directory is behind what it follows. */
@ApplicationScoped
public class ProjectionLag {

    private final Timer lag;

    ProjectionLag(MeterRegistry metrics) {
        lag = Timer.builder("directory.lag")
                .description("Time from an event until the member directory shows it")
                .publishPercentiles(0.5, 0.99)
                .register(metrics);
    }

    /** The directory shows what happened. */
    public void record(ReceivedEvent<?> shown) {
        lag.record(Duration.between(shown.at(), Instant.now()));
    }
}
