package dev.regulars.faults.invariant;

import dev.regulars.faults.scenario.Invariant;
import dev.regulars.faults.scenario.account.BulkScenario;
import dev.regulars.faults.suite.RetryingClient;
import java.util.List;

/** Each row of a bulk file had its effect once. */
public record BulkConsistent(BulkScenario bulk, RetryingClient client) implements Invariant {

    @Override
    public List<String> violations() {
        return bulk.inconsistencies(client);
    }
}
