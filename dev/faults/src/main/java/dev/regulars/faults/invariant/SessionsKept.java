package dev.regulars.faults.invariant;

import dev.regulars.faults.scenario.Invariant;
import dev.regulars.faults.scenario.RefreshScenario;
import dev.regulars.faults.suite.RetryingClient;
import java.util.List;

/** Whoever believes to hold a session finds it among their own. */
public record SessionsKept(RefreshScenario refreshes, RetryingClient client) implements Invariant {

    @Override
    public List<String> violations() {
        return refreshes.lostSessions(client);
    }
}
