package dev.regulars.eventing.outbox.relay;

import static java.util.Objects.requireNonNull;

import dev.regulars.eventing.outbox.OutboxConfig;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * What an operator sees of the relay, and of what waits for it. All of it is there from the first scrape on: what appears
 * with the first failure cannot be watched.
 */
@Startup
@ApplicationScoped
public class RelayMetrics {

    private final AtomicInteger held = new AtomicInteger();
    private final AtomicInteger blocked = new AtomicInteger();
    private final Map<Cause, Counter> failures = new EnumMap<>(Cause.class);
    private final Map<String, Backlog> backlogs = new ConcurrentHashMap<>();
    private final Clock clock;

    /** A label has few values, whatever the client library throws. */
    private enum Cause {
        TIMEOUT,
        TOO_LARGE,
        OTHER;

        static Cause of(Exception failure) {
            return switch (failure) {
                case TimeoutException late -> TIMEOUT;
                case RecordTooLargeException large -> TOO_LARGE;
                default -> OTHER;
            };
        }
    }

    /** What waits in one collection, as last counted. */
    private record Backlog(long documents, @Nullable Instant oldest) {

        static final Backlog NONE = new Backlog(0, null);
    }

    public RelayMetrics(MeterRegistry registry, OutboxConfig config, Clock clock) {
        this.clock = clock;
        Gauge.builder("outbox.held.events", held, AtomicInteger::get)
                .description("Events that this replica holds in memory on their way to the broker")
                .register(registry);
        Gauge.builder("outbox.blocked.documents", blocked, AtomicInteger::get)
                .description(
                        "Documents whose next event can never be sent, so that all after it wait; above 0 needs a human")
                .register(registry);
        for (Cause cause : Cause.values()) {
            failures.put(cause, failures(cause, registry));
        }
        config.collections().orElse(List.of()).forEach(collection -> showBacklog(collection, registry));
    }

    private static Counter failures(Cause cause, MeterRegistry registry) {
        return Counter.builder("outbox.send.failures")
                .description("Sends of an event that failed and are tried again, by cause")
                .tag("cause", cause.name().toLowerCase(Locale.ROOT))
                .register(registry);
    }

    private void showBacklog(String collection, MeterRegistry registry) {
        Gauge.builder("outbox.waiting.documents", () -> backlog(collection).documents())
                .description(
                        "Documents with events that the broker does not have yet, counted up to 10000; every replica"
                                + " reports the same ones")
                .tag("collection", collection)
                .register(registry);
        Gauge.builder("outbox.oldest.age", () -> age(backlog(collection)))
                .description(
                        "Age of the oldest event that waits, 0 where none does; every replica reports the same one")
                .baseUnit("seconds")
                .tag("collection", collection)
                .register(registry);
    }

    private Backlog backlog(String collection) {
        return backlogs.getOrDefault(collection, Backlog.NONE);
    }

    private double age(Backlog backlog) {
        Instant oldest = backlog.oldest();
        return oldest == null
                ? 0
                : Math.max(0, Duration.between(oldest, clock.instant()).toMillis() / 1_000.0);
    }

    /** What a sweep counted in one collection. */
    void counted(String collection, long documents, @Nullable Instant oldest) {
        backlogs.put(collection, new Backlog(documents, oldest));
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
        requireNonNull(failures.get(Cause.of(failure))).increment();
        if (blocks) {
            blocked.incrementAndGet();
        }
    }
}
