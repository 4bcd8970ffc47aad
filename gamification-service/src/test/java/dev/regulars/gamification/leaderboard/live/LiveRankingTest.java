package dev.regulars.gamification.leaderboard.live;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.regulars.events.CommunityId;
import dev.regulars.gamification.leaderboard.field.RankingField;
import dev.regulars.gamification.leaderboard.live.LiveRanking.Stretch;
import dev.regulars.gamification.leaderboard.ranking.TieRule;
import dev.regulars.gamification.leaderboard.settings.BoardTimes.Window;
import dev.regulars.gamification.ledger.ChangedMemberDocument;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each stretch of time is looked at at once, after two seconds, and after half a minute. */
class LiveRankingTest {

    private static final Instant BEGUN = Instant.parse("2026-03-10T16:15:00Z");
    private static final Duration PAUSE = Duration.ofMillis(400);
    private static final int LOOKS = 500;

    private int looked;

    private final LiveRanking ranking = new LiveRanking(
            new RankingKey(
                    CommunityId.trusted("c".repeat(24)),
                    new RankingField.Missing(),
                    new Window(null, null),
                    TieRule.SHARED,
                    false,
                    new RankedMembers(true, Set.of(), Set.of(), Set.of())),
            BEGUN);

    @Test
    void aChangeIsReadOnceHoweverOftenItIsLookedAt() {
        List<ChangedMemberDocument> all = new ArrayList<>();
        int read = 0;
        for (int i = 1; i <= LOOKS; i++) {
            Instant now = BEGUN.plus(PAUSE.multipliedBy(i));
            all.add(change(i, now.minusMillis(1), 1));
            read += look(now, all);
        }

        assertThat(read).isEqualTo(LOOKS);
        assertThat(looked).as("looks at each change").isBetween(3 * LOOKS, 4 * LOOKS);
    }

    @Test
    void aChangeThatIsCommittedLateIsRead() {
        assertThat(look(BEGUN.plusSeconds(20), List.of())).isZero();
        List<ChangedMemberDocument> late = List.of(change(1, BEGUN.plusSeconds(1), 1));
        int read = 0;
        for (int i = 1; i <= LOOKS; i++) {
            read += look(BEGUN.plusSeconds(20).plus(PAUSE.multipliedBy(i)), late);
        }

        assertThat(read).isEqualTo(1);
    }

    @Test
    void twoChangesInTheSameMillisecondAreBothRead() {
        assertThat(look(BEGUN, List.of(change(1, BEGUN, 1)))).isEqualTo(1);
        assertThat(look(BEGUN.plus(PAUSE), List.of(change(1, BEGUN, 2)))).isEqualTo(1);
        assertThat(look(BEGUN.plus(PAUSE), List.of(change(1, BEGUN, 2)))).isZero();
    }

    private static ChangedMemberDocument change(int member, Instant at, long postings) {
        return new ChangedMemberDocument("%024x".formatted(member), at, postings);
    }

    private int look(Instant now, List<ChangedMemberDocument> all) {
        List<Stretch> unseen = ranking.unseen(now);
        Map<String, ChangedMemberDocument> found = all.stream()
                .filter(change -> unseen.stream().anyMatch(stretch -> has(stretch, change.at())))
                .collect(toMap(ChangedMemberDocument::accountId, change -> change));
        looked += found.size();
        int read = ranking.news(found).size();
        ranking.keptUp(now, found);
        return read;
    }

    private static boolean has(Stretch stretch, Instant at) {
        return !at.isBefore(stretch.since()) && (stretch.until() == null || at.isBefore(stretch.until()));
    }
}
