package dev.regulars.eventing.consumer.parking;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Default;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;

/** Which consumers have failing keys: metrics, and a note in the health report. Always up: a restart would not help. */
@Readiness // a qualifier, hence the @Default
@Default
@ApplicationScoped
public class ParkedKeyMetrics implements HealthCheck {

    private final Map<String, ParkedCensus> consumers = new ConcurrentHashMap<>();
    private final Map<String, String> latest = new ConcurrentHashMap<>();
    private final MeterRegistry metrics;
    private final Clock clock;

    ParkedKeyMetrics(MeterRegistry metrics, Clock clock) {
        this.metrics = metrics;
        this.clock = clock;
    }

    /** From the first scrape on. */
    public void show(String consumer) {
        consumers.put(consumer, ParkedCensus.NOTHING);
        Gauge.builder("consumer.parked.keys", () -> of(consumer).keys())
                .description("Keys with a failing record, tried again later; every replica reports the same ones")
                .tag("consumer", consumer)
                .register(metrics);
        Gauge.builder("consumer.parked.records", () -> of(consumer).records())
                .description("Records of these keys, kept in the database in their order")
                .tag("consumer", consumer)
                .register(metrics);
        Gauge.builder("consumer.parked.age", () -> age(of(consumer).oldest()))
                .description("Time since the oldest of these keys first failed, 0 where there is none")
                .baseUnit("seconds")
                .tag("consumer", consumer)
                .register(metrics);
    }

    public ParkedCensus of(String consumer) {
        return consumers.getOrDefault(consumer, ParkedCensus.NOTHING);
    }

    void counted(String consumer, ParkedCensus census) {
        consumers.put(consumer, census);
    }

    void failed(String consumer, String key, String reason) {
        latest.put(consumer, key + ": " + reason);
    }

    private double age(@Nullable Instant oldest) {
        return oldest == null
                ? 0
                : Math.max(0, Duration.between(oldest, clock.instant()).toMillis() / 1_000.0);
    }

    @Override
    public HealthCheckResponse call() {
        var note = HealthCheckResponse.named("parked events").up();
        consumers.forEach((consumer, parked) -> {
            if (parked.keys() > 0) {
                note.withData(
                        consumer,
                        parked.keys() + " keys since " + parked.oldest() + "; the last to fail here: "
                                + latest.getOrDefault(consumer, "none"));
            }
        });
        return note.build();
    }
}
