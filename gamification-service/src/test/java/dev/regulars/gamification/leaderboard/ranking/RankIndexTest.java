package dev.regulars.gamification.leaderboard.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regulars.gamification.leaderboard.ranking.RankIndex.RankRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class RankIndexTest {

    @Property(tries = 500)
    void whateverChangesRanksAreThoseOfASort(
            @ForAll @Size(max = 60) List<@IntRange(max = 511) Integer> changes, @ForAll TieRule ties) {
        var index = new RankIndex(ties);
        Map<String, RankEntry> all = new HashMap<>();
        for (int change : changes) {
            String member = "m" + change % 16;
            int score = change / 16 % 8;
            if (score == 7) {
                index.remove(member);
                all.remove(member);
            } else {
                var entry = new RankEntry(score, change / 128, member);
                index.put(entry);
                all.put(member, entry);
            }
        }
        List<RankRow> expected = sorted(all, ties);

        assertThat(index.size()).isEqualTo(all.size());
        assertThat(paged(index, 3)).isEqualTo(expected);
        for (int i = 0; i < expected.size(); i++) {
            RankRow row = expected.get(i);
            assertThat(index.find(row.entry().accountId())).isEqualTo(row);
            assertThat(index.around(row.entry(), 2))
                    .isEqualTo(expected.subList(Math.max(0, i - 2), Math.min(expected.size(), i + 3)));
        }
    }

    private static List<RankRow> sorted(Map<String, RankEntry> all, TieRule ties) {
        List<RankEntry> ranking = all.values().stream()
                .sorted((one, other) -> one.score() != other.score()
                        ? Double.compare(other.score(), one.score())
                        : one.reachedAt() != other.reachedAt()
                                ? Long.compare(one.reachedAt(), other.reachedAt())
                                : one.accountId().compareTo(other.accountId()))
                .toList();
        List<RankRow> rows = new ArrayList<>();
        for (RankEntry entry : ranking) {
            long rank =
                    switch (ties) {
                        case FIRST -> rows.size() + 1L;
                        case SHARED ->
                            1
                                    + ranking.stream()
                                            .filter(one -> one.score() > entry.score())
                                            .count();
                        case DENSE ->
                            1
                                    + ranking.stream()
                                            .map(RankEntry::score)
                                            .filter(score -> score > entry.score())
                                            .distinct()
                                            .count();
                    };
            rows.add(new RankRow(rank, entry));
        }
        return rows;
    }

    private static List<RankRow> paged(RankIndex index, int limit) {
        List<RankRow> all = new ArrayList<>(index.behind(null, limit));
        List<RankRow> more = all;
        while (!more.isEmpty()) {
            more = index.behind(all.getLast().entry(), limit);
            all.addAll(more);
        }
        return all;
    }
}
