package dev.regulars.faults;

import static dev.regulars.faults.RecoveryTimes.seconds;

import dev.regulars.sandbox.service.Replica;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Random kills, reproducible by seed: every kind of process once before any kind comes again. */
final class KillPlan {

    static final List<String> SERVICES = List.of(
            "gateway",
            "identity-service",
            "community-service",
            "webhook-service",
            "messaging-service",
            "gamification-service",
            "rewards-service");

    private static final List<String> ENGINES = List.of("mongod", "kafka");
    private static final int LONGEST_BEFORE_MILLIS = 2_000;
    private static final int LONGEST_DEAD_MILLIS = 1_500;

    /**
     * One kill.
     *
     * @param kind the service or engine; {@code target} is one replica of it
     * @param delay from the last recovery to the kill
     * @param downtime from the kill to the restart
     */
    record Kill(String kind, String target, Duration delay, Duration downtime) {

        @Override
        public String toString() {
            return "%s after %.1f s, down for %.1f s".formatted(target, seconds(delay), seconds(downtime));
        }
    }

    private final Random random;
    private final List<String> replicated;
    private final @Nullable Duration outage;
    private final List<String> remaining = new ArrayList<>();

    /** @param replicated the services of which two replicas run */
    KillPlan(long seed, List<String> replicated) {
        this(seed, replicated, null);
    }

    /** With an outage, only broker and database are killed in turn, and stay down for that long. */
    KillPlan(long seed, List<String> replicated, @Nullable Duration outage) {
        this.random = new Random(seed);
        this.replicated = replicated;
        this.outage = outage;
    }

    Kill next() {
        return outage == null ? nextKill() : nextOutage(outage);
    }

    private Kill nextOutage(Duration length) {
        if (remaining.isEmpty()) {
            remaining.addAll(ENGINES);
        }
        String engine = remaining.removeLast();
        return new Kill(engine, engine, Duration.ofMillis(random.nextInt(LONGEST_BEFORE_MILLIS)), length);
    }

    private Kill nextKill() {
        if (remaining.isEmpty()) {
            remaining.addAll(SERVICES);
            remaining.addAll(ENGINES);
            Collections.shuffle(remaining, random);
        }
        String kind = remaining.removeLast();
        int number = 1 + random.nextInt(2);
        return new Kill(
                kind,
                ENGINES.contains(kind) ? kind : new Replica(kind, replicated.contains(kind) ? number : 1).name(),
                Duration.ofMillis(random.nextInt(LONGEST_BEFORE_MILLIS)),
                Duration.ofMillis(random.nextInt(LONGEST_DEAD_MILLIS)));
    }
}
