package dev.regulars.gamification.leaderboard.live;

import dev.regulars.events.CommunityId;
import dev.regulars.gamification.leaderboard.field.RankingField;
import dev.regulars.gamification.leaderboard.ranking.TieRule;
import dev.regulars.gamification.leaderboard.settings.BoardTimes.Window;

/** What decides a ranking; boards that agree in it share one. */
public record RankingKey(
        CommunityId community,
        RankingField field,
        Window window,
        TieRule ties,
        boolean onlyPositive,
        RankedMembers members) {

    /** Whether it still changes. */
    boolean isOpen() {
        return window.until() == null;
    }
}
