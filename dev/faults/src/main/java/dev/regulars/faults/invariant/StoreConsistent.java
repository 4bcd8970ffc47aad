package dev.regulars.faults.invariant;

import dev.regulars.faults.scenario.Invariant;
import dev.regulars.faults.scenario.loyalty.PurchaseScenario;
import dev.regulars.faults.suite.RetryingClient;
import java.util.List;

/** Coins and stock are what the orders say, and the ledger agrees with itself. */
public record StoreConsistent(PurchaseScenario purchases, RetryingClient client) implements Invariant {

    @Override
    public List<String> violations() {
        return purchases.inconsistencies(client);
    }
}
