package dev.regulars.faults.scenario;

import dev.regulars.faults.suite.RetryingClient;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A sequence of calls that several threads repeat while processes are killed. It records what was acknowledged and throws
 * on a response that must not occur.
 */
public interface Scenario extends Invariant {

    /** Runs one iteration. */
    void run(RetryingClient client);

    /** Checks through a gateway, as fast as possible, that the scenario works again and that earlier results still hold. */
    void verify(RetryingClient gateway);

    /** Acknowledged operations whose effects are not complete yet. */
    Set<String> pending();

    /** Types of the events that must have been published, by account. */
    Map<String, List<String>> expectedEvents();

    /** The progress so far, for the log. */
    String summary();

    @Override
    default List<String> violations() {
        return List.copyOf(pending());
    }
}
