package dev.regulars.gamification.ledger.decision;

import dev.regulars.gamification.ledger.lot.Lot;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the ledger for one member.
 *
 * @param userId decimal string, where it is known
 * @param rule tells postings of one cause apart
 * @param account the counter-account
 * @param changes by unit
 * @param set balances by unit, of which the difference is applied
 * @param limit how often, where there is a limit
 * @param happenedAt decides the day that it counts for
 * @param restored lots that a reversal gives back
 */
public record NewPosting(
        String accountId,
        @Nullable String userId,
        String rule,
        String account,
        Kind kind,
        Map<String, Long> changes,
        Map<String, Long> set,
        @Nullable Limit limit,
        Instant happenedAt,
        @Nullable String reason,
        List<Lot> restored) {

    /** The counter-account of everything that is earned. */
    public static final String ISSUER = "issuer";
    /** The counter-account of what expires. */
    public static final String EXPIRY = "expiry";

    private static final String STORE = "store";

    /** How the ledger treats it. */
    public enum Kind {
        /** Applied as asked, or refused. */
        CHANGE,
        /** Takes back what another posting did; what is not there any more is owed. */
        REVERSAL,
        /** Takes the lots that are over, whatever they are. */
        EXPIRY
    }

    /** A change of balances by these amounts. */
    public static NewPosting of(
            String accountId, String rule, String account, Map<String, Long> changes, Instant happenedAt) {
        return new NewPosting(
                accountId, null, rule, account, Kind.CHANGE, changes, Map.of(), null, happenedAt, null, List.of());
    }

    /** Of everything that is over by then. */
    public static NewPosting expiry(String accountId, Instant now) {
        return new NewPosting(
                accountId, null, EXPIRY, EXPIRY, Kind.EXPIRY, Map.of(), Map.of(), null, now, null, List.of());
    }

    /** The same of a member whose decimal id is known. */
    public NewPosting known(@Nullable String userId) {
        return new NewPosting(
                accountId, userId, rule, account, kind, changes, set, limit, happenedAt, reason, restored);
    }

    /** The same within a limit. */
    public NewPosting within(Limit limit) {
        return new NewPosting(
                accountId, userId, rule, account, kind, changes, set, limit, happenedAt, reason, restored);
    }

    /** What is spent, refunded or over is not earned. */
    boolean isTrade() {
        return account.equals(STORE) || account.equals(EXPIRY);
    }
}
