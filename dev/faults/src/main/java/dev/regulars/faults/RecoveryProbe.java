package dev.regulars.faults;

import static dev.regulars.faults.RecoveryTimes.seconds;

import dev.regulars.faults.scenario.Scenario;
import dev.regulars.faults.suite.Deadline;
import dev.regulars.faults.suite.RetryingClient;
import dev.regulars.faults.suite.SuiteControl;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Measures when the suite has recovered: every process is ready, each scenario works through each gateway, and everything
 * acknowledged before that has had its effects.
 *
 * @param gateways one for each gateway
 */
record RecoveryProbe(SuiteControl suite, List<Scenario> scenarios, List<RetryingClient> gateways) {

    /**
     * The time since the kill.
     *
     * @param missing what was still missing at the deadline
     */
    record Recovery(Duration untilReady, Duration untilRecovered, List<String> missing) {

        boolean isComplete() {
            return missing.isEmpty();
        }

        @Override
        public String toString() {
            return "ready after %.1f s, %s after %.1f s"
                    .formatted(
                            seconds(untilReady), isComplete() ? "recovered" : "NOT RECOVERED", seconds(untilRecovered));
        }
    }

    /** @param startedAt the time of the kill, by {@link System#nanoTime} */
    Recovery await(long startedAt) {
        var deadline = new Deadline();
        boolean ready = deadline.await(suite::isReady);
        Duration untilReady = since(startedAt);
        if (!ready) {
            return new Recovery(untilReady, untilReady, List.of("a process that is ready"));
        }
        verify();
        Set<String> pending = pending();
        boolean paid = deadline.await(() -> {
            pending.retainAll(pending());
            return pending.isEmpty();
        });
        return new Recovery(untilReady, since(startedAt), paid ? List.of() : List.copyOf(pending));
    }

    /** All scenarios at once: what each waits for is its own. */
    private void verify() {
        List<Future<?>> verified = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(scenarios.size())) {
            for (Scenario scenario : scenarios) {
                verified.add(threads.submit(() -> gateways.forEach(scenario::verify)));
            }
            for (Future<?> one : verified) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("Interrupted", e);
        }
    }

    private Set<String> pending() {
        Set<String> pending = new HashSet<>();
        scenarios.forEach(scenario -> pending.addAll(scenario.pending()));
        return pending;
    }

    private static Duration since(long startedAt) {
        return Duration.ofNanos(System.nanoTime() - startedAt);
    }
}
