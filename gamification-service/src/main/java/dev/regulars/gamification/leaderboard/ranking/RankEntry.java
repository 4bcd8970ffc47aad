package dev.regulars.gamification.leaderboard.ranking;

import static java.util.Comparator.comparingDouble;

import java.util.Comparator;

/**
 * A member on a board.
 *
 * @param reachedAt when the score was reached, in milliseconds: of two with the same score, the first comes first
 */
public record RankEntry(double score, long reachedAt, String accountId) {

    static final Comparator<RankEntry> BEST_FIRST = comparingDouble(RankEntry::score)
            .reversed()
            .thenComparingLong(RankEntry::reachedAt)
            .thenComparing(RankEntry::accountId);

    /** Comes before all who have this score, and behind all who have more. */
    RankEntry firstOfScore() {
        return new RankEntry(score, Long.MIN_VALUE, "");
    }
}
