package dev.regulars.gamification.leaderboard.live;

import dev.regulars.gamification.member.MembershipDocument;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who can be on a board. Roles that are no more are in no list, so a board that names them alone has nobody.
 *
 * @param users account ids
 */
public record RankedMembers(boolean everybody, Set<String> users, Set<String> roles, Set<String> tags) {

    boolean has(String accountId, @Nullable MembershipDocument member) {
        if (member != null && member.left) {
            return false;
        }
        return everybody
                || users.contains(accountId)
                || (member != null
                        && (roles.stream().anyMatch(member::hasRole)
                                || tags.stream().anyMatch(member::hasTag)));
    }
}
