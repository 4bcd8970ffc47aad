package dev.regulars.gamification.leaderboard.board;

import dev.regulars.eventing.outbox.Tx;
import dev.regulars.gamification.leaderboard.settings.BoardParts.Audience;
import dev.regulars.gamification.member.DeletedRoleDocument;
import dev.regulars.gamification.member.MembershipDocument;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Which boards members may see. */
@ApplicationScoped
class Viewers {

    Uni<Boolean> maySee(Tx tx, Viewer viewer, BoardDocument board) {
        Audience allowed = board.settings.viewers();
        if (viewer.all() || !board.settings.isEnabled() || allowed.isEverybody()) {
            return Uni.createFrom().item(viewer.all() || board.settings.isEnabled());
        }
        String accountId = viewer.accountId();
        if (accountId == null) {
            return Uni.createFrom().item(false);
        }
        if (allowed.users().contains(accountId) || allowed.users().contains(String.valueOf(viewer.userId()))) {
            return Uni.createFrom().item(true);
        }
        return DeletedRoleDocument.among(tx, tx.community(), allowed.roles())
                .chain(gone -> MembershipDocument.find(tx, tx.community(), accountId)
                        .map(member -> member != null && isAllowed(member, allowed, gone)));
    }

    private static boolean isAllowed(MembershipDocument member, Audience allowed, Set<String> gone) {
        return allowed.roles().stream().anyMatch(role -> !gone.contains(role) && member.hasRole(role))
                || allowed.tags().stream().anyMatch(member::hasTag);
    }
}
