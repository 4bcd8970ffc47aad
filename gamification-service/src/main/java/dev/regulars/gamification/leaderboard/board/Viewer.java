package dev.regulars.gamification.leaderboard.board;

import org.jspecify.annotations.Nullable;

/**
 * Who looks at a board.
 *
 * @param all whether every board can be seen: keys with the permission, admins
 * @param accountId absent for all
 */
public record Viewer(
        boolean all, @Nullable String accountId, @Nullable String userId) {}
