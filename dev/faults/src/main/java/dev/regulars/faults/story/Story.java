package dev.regulars.faults.story;

import dev.regulars.faults.suite.Calls;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What callers do, again and again and several at a time, while parts are killed. It remembers what was acknowledged; an
 * answer that must not be is thrown.
 */
public interface Story extends Check {

    /** Once, from the first call to the last answer. */
    void play(Calls calls);

    /** Shows through a gateway, in as little time as can be, that it goes on after a kill, and that what was done still holds. */
    void prove(Calls door);

    /** Names of what was acknowledged and has not had all its effects yet. */
    Set<String> owed();

    /** Types of the events that must have told of it, by account. */
    Map<String, List<String>> told();

    /** How much was played so far, in words. */
    String tally();

    @Override
    default List<String> faults() {
        return List.copyOf(owed());
    }
}
