package dev.regulars.faults.invariant;

import dev.regulars.faults.scenario.Invariant;
import dev.regulars.faults.scenario.account.RefreshScenario;
import dev.regulars.faults.suite.RetryingClient;
import java.util.List;

/** Every session that a client expects to be valid is listed. */
public record SessionsKept(RefreshScenario refreshes, RetryingClient client) implements Invariant {

    @Override
    public List<String> violations() {
        return refreshes.lostSessions(client);
    }
}
