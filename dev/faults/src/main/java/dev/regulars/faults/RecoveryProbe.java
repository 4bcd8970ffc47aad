package dev.regulars.faults;

import static dev.regulars.faults.RecoveryTimes.seconds;

import dev.regulars.faults.scenario.Scenario;
import dev.regulars.faults.suite.Deadline;
import dev.regulars.faults.suite.RetryingClient;
import dev.regulars.faults.suite.SuiteControl;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * When the suite is whole again: every part says that it is ready, each story is proved to go on through each gateway, and whatever
 * was acknowledged by then has had its effects.
 *
 * @param gateways one for each gateway
 */
record RecoveryProbe(SuiteControl suite, List<Scenario> scenarios, List<RetryingClient> gateways) {

    /**
     * How long it took since the kill.
     *
     * @param missing what was not there when patience was over
     */
    record Recovery(Duration untilReady, Duration untilRecovered, List<String> missing) {

        boolean isComplete() {
            return missing.isEmpty();
        }

        @Override
        public String toString() {
            return "ready after %.1f s, %s after %.1f s"
                    .formatted(seconds(untilReady), isComplete() ? "whole" : "NOT WHOLE", seconds(untilRecovered));
        }
    }

    /** @param startedAt when it was broken, as {@link System#nanoTime} has it */
    Recovery await(long startedAt) {
        var deadline = new Deadline();
        boolean ready = deadline.await(suite::isReady);
        Duration untilReady = since(startedAt);
        if (!ready) {
            return new Recovery(untilReady, untilReady, List.of("a part that says it is ready"));
        }
        scenarios.forEach(scenario -> gateways.forEach(scenario::verify));
        Set<String> pending = pending();
        boolean paid = deadline.await(() -> {
            pending.retainAll(pending());
            return pending.isEmpty();
        });
        return new Recovery(untilReady, since(startedAt), paid ? List.of() : List.copyOf(pending));
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
