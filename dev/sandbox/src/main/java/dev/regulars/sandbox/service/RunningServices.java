package dev.regulars.sandbox.service;

import dev.regulars.sandbox.home.SandboxHome;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Services that something else started, on the usual ports. */
public record RunningServices(SandboxHome home) {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Returns when all are ready; else throws an {@link IllegalStateException} that names those that are not. */
    public void await() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        List<String> missing = notReady();
        while (!missing.isEmpty()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Not ready after " + PATIENCE.toMinutes() + " min: " + missing);
            }
            LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
            missing = notReady();
        }
    }

    private List<String> notReady() {
        return Services.NAMES.stream()
                .filter(service -> !new ReadinessProbe(new Replica(service, 1).managementPort(home)).isHealthy())
                .toList();
    }
}
