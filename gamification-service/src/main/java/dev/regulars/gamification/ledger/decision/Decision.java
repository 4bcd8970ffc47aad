package dev.regulars.gamification.ledger.decision;

import dev.regulars.gamification.ledger.lot.Lot;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of a posting.
 *
 * @param after balances after it; unchanged where it was refused
 * @param changes that were applied, by unit
 * @param consumed lots that were spent
 * @param refused why it was not applied, where it was not
 */
public record Decision(
        Balances after,
        Map<String, Long> changes,
        List<Lot> consumed,
        @Nullable Refused refused) {

    static Decision refusing(Balances unchanged, Refused refused) {
        return new Decision(unchanged, Map.of(), List.of(), refused);
    }
}
