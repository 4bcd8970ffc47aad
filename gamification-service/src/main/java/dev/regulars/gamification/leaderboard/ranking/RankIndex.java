package dev.regulars.gamification.leaderboard.ranking;

import com.google.common.collect.BoundType;
import com.google.common.collect.TreeMultiset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Members in the order of a board. Guava's tree knows the size of each of its parts, so a rank, a change and a place in the list
 * cost O(log n). Used by several threads.
 */
public final class RankIndex {

    /** A row of the board. */
    public record RankRow(long rank, RankEntry entry) {}

    private final TieRule ties;
    private final TreeMultiset<RankEntry> ranking = TreeMultiset.create(RankEntry.BEST_FIRST);
    /** For dense ranks alone: how many scores there are. */
    private final TreeMultiset<Double> scores = TreeMultiset.create(Comparator.<Double>reverseOrder());

    private final Map<String, RankEntry> entries = new HashMap<>();

    public RankIndex(TieRule ties) {
        this.ties = ties;
    }

    public synchronized void put(RankEntry entry) {
        RankEntry before = entries.put(entry.accountId(), entry);
        if (entry.equals(before)) {
            return;
        }
        if (before != null) {
            take(before);
        }
        ranking.add(entry);
        if (ties == TieRule.DENSE) {
            scores.add(entry.score());
        }
    }

    public synchronized void remove(String accountId) {
        RankEntry before = entries.remove(accountId);
        if (before != null) {
            take(before);
        }
    }

    public synchronized int size() {
        return entries.size();
    }

    public synchronized @Nullable RankRow find(String accountId) {
        RankEntry entry = entries.get(accountId);
        return entry == null ? null : new RankRow(rank(entry), entry);
    }

    /** So many before a member, the member, and so many behind. */
    public synchronized List<RankRow> around(RankEntry member, int neighbours) {
        List<RankEntry> some = new ArrayList<>();
        take(ranking.headMultiset(member, BoundType.OPEN).descendingMultiset().iterator(), neighbours, some);
        Collections.reverse(some);
        some.add(member);
        take(ranking.tailMultiset(member, BoundType.OPEN).iterator(), neighbours, some);
        return ranked(some);
    }

    /** @param last the last one that was seen, who need not be there any more; absent: from the top */
    public synchronized List<RankRow> behind(@Nullable RankEntry last, int limit) {
        List<RankEntry> some = new ArrayList<>();
        take(
                last == null
                        ? ranking.iterator()
                        : ranking.tailMultiset(last, BoundType.OPEN).iterator(),
                limit,
                some);
        return ranked(some);
    }

    private List<RankRow> ranked(List<RankEntry> some) {
        List<RankRow> rows = new ArrayList<>(some.size());
        for (int i = 0; i < some.size(); i++) {
            boolean tied = i > 0
                    && ties != TieRule.FIRST
                    && some.get(i).score() == some.get(i - 1).score();
            rows.add(new RankRow(tied ? rows.get(i - 1).rank() : rank(some.get(i)), some.get(i)));
        }
        return rows;
    }

    private long rank(RankEntry entry) {
        return 1L
                + switch (ties) {
                    case FIRST -> ranking.headMultiset(entry, BoundType.OPEN).size();
                    case SHARED ->
                        ranking.headMultiset(entry.firstOfScore(), BoundType.OPEN)
                                .size();
                    case DENSE ->
                        scores.headMultiset(entry.score(), BoundType.OPEN)
                                .entrySet()
                                .size();
                };
    }

    private void take(RankEntry gone) {
        ranking.remove(gone);
        if (ties == TieRule.DENSE) {
            scores.remove(gone.score());
        }
    }

    private static void take(Iterator<RankEntry> from, int most, List<RankEntry> into) {
        for (int i = 0; i < most && from.hasNext(); i++) {
            into.add(from.next());
        }
    }
}
