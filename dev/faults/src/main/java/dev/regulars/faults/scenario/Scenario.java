package dev.regulars.faults.scenario;

import dev.regulars.faults.suite.RetryingClient;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What callers do, again and again and several at a time, while parts are killed. It remembers what was acknowledged; an
 * answer that must not be is thrown.
 */
public interface Scenario extends Invariant {

    /** Once, from the first call to the last answer. */
    void run(RetryingClient client);

    /** Shows through a gateway, in as little time as can be, that it goes on after a kill, and that what was done still holds. */
    void verify(RetryingClient gateway);

    /** Names of what was acknowledged and has not had all its effects yet. */
    Set<String> pending();

    /** Types of the events that must have told of it, by account. */
    Map<String, List<String>> expectedEvents();

    /** How much was played so far, in words. */
    String summary();

    @Override
    default List<String> violations() {
        return List.copyOf(pending());
    }
}
