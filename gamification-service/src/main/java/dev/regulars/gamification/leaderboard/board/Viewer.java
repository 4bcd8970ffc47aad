package dev.regulars.gamification.leaderboard.board;

import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.CallerKind;
import dev.regulars.web.caller.Level;
import org.jspecify.annotations.Nullable;

/**
 * Who looks at a board.
 *
 * @param all whether every board can be seen: keys with the permission, admins
 * @param accountId absent for all
 */
public record Viewer(boolean all, @Nullable String accountId, @Nullable String userId) {

    public static Viewer of(Caller caller) {
        boolean all = caller.kind() == CallerKind.KEY
                || (caller.kind() == CallerKind.USER && caller.level().compareTo(Level.ADMIN) >= 0);
        return new Viewer(all, caller.accountId(), caller.userId());
    }
}
