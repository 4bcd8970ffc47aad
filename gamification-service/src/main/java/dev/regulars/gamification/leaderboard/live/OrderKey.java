package dev.regulars.gamification.leaderboard.live;

import dev.regulars.events.CommunityId;
import dev.regulars.gamification.leaderboard.field.RankingField;
import dev.regulars.gamification.leaderboard.order.TieRule;
import dev.regulars.gamification.leaderboard.settings.BoardTimes.Window;

/** What decides an order; boards that agree in it share one. */
public record OrderKey(
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
