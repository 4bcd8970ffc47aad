package dev.regulars.faults.invariant;

import dev.regulars.faults.scenario.Invariant;
import dev.regulars.faults.scenario.loyalty.LedgerScenario;
import dev.regulars.faults.suite.RetryingClient;
import java.util.List;

/** Balances are what was acknowledged, and each is the sum of its postings. */
public record LedgerConsistent(LedgerScenario ledger, RetryingClient client) implements Invariant {

    @Override
    public List<String> violations() {
        return ledger.inconsistencies(client);
    }
}
