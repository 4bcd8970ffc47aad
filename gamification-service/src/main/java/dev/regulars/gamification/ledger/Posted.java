package dev.regulars.gamification.ledger;

import dev.regulars.gamification.ledger.PostingDocument.Outcome;
import dev.regulars.gamification.ledger.decision.Refused;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of a request: the same for every repeat.
 *
 * @param repeat whether the request had been decided before
 */
public record Posted(List<Posting> postings, boolean repeat) {

    /** One of them. Balances are those after it. */
    public record Posting(
            String id,
            String accountId,
            String rule,
            Outcome outcome,
            @Nullable Refused refused,
            Map<String, Long> changes,
            Map<String, Long> balances,
            long memberVersion) {}

    /** Why nothing was applied, where that is so. */
    public @Nullable Refused refused() {
        return postings.stream()
                .map(Posting::refused)
                .filter(reason -> reason != null && reason != Refused.TOGETHER)
                .findFirst()
                .orElse(null);
    }
}
