package dev.regulars.community.sanction;

import static dev.regulars.community.CommunityError.OWNER_NOT_SANCTIONED;
import static dev.regulars.community.CommunityError.SANCTION_LIFTED;
import static dev.regulars.web.refusal.Refusal.orNotFound;
import static dev.regulars.web.refusal.Refusal.orRefuse;
import static java.util.Objects.requireNonNullElse;

import dev.regulars.community.member.MembershipDocument;
import dev.regulars.community.role.member.RoleHolders;
import dev.regulars.community.role.permission.RoleHierarchy;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.web.page.Page;
import dev.regulars.web.page.PageRequest;
import dev.regulars.web.value.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sanctions are imposed on members below one's own highest role. The membership says what those that stand come to. */
@ApplicationScoped
class Sanctions {

    /** The end of what has none. */
    private static final Instant NEVER = Instant.parse("9999-12-31T23:59:59Z");

    private final RoleHolders holders;

    Sanctions(RoleHolders holders) {
        this.holders = holders;
    }

    /** Also on somebody who has left: a ban keeps them from coming back. */
    Uni<SanctionView> impose(Tx tx, NewSanction wanted) {
        return holders.authority(tx)
                .invoke(caller -> caller.checkHolds(wanted.kind().needed()))
                .chain(caller -> target(tx, wanted.userId(), caller))
                .chain(member -> drafted(tx, member, wanted).impose(tx).call(sanction -> apply(tx, member)))
                .map(SanctionView::of);
    }

    Uni<SanctionView> lift(Tx tx, String id, String reason) {
        return holders.authority(tx)
                .chain(caller -> SanctionDocument.get(tx, id)
                        .invoke(sanction -> caller.checkHolds(sanction.kind.needed()))
                        .chain(sanction -> target(tx, sanction.accountId, caller)
                                .chain(member -> sanction.lift(tx, reason, tx.now())
                                        .plug(orRefuse(SANCTION_LIFTED, id))
                                        .call(() -> apply(tx, member)))))
                .map(SanctionView::of);
    }

    Uni<Page<SanctionView>> page(Tx tx, PageRequest page) {
        return SanctionDocument.page(tx, page).map(part -> part.map(SanctionView::of));
    }

    private Uni<MembershipDocument> target(Tx tx, String user, RoleHierarchy caller) {
        return MembershipDocument.findEver(tx, tx.community(), user)
                .plug(orNotFound("member", user))
                .call(member -> holders.of(tx, member).invoke(holder -> {
                    if (holder.owner()) {
                        throw OWNER_NOT_SANCTIONED.because(user);
                    }
                    caller.checkIsAbove(holder);
                }));
    }

    private Uni<Void> apply(Tx tx, MembershipDocument member) {
        return SanctionDocument.standing(tx, member.accountId)
                .chain(all -> RestrictionWrites.restrict(
                        tx,
                        member,
                        end(all, SanctionKind.suspend, tx.now()),
                        end(all, SanctionKind.ban, tx.now()),
                        tx.now()));
    }

    /** When the last of them ends; absent where there is none. */
    private static @Nullable Instant end(List<SanctionDocument> standing, SanctionKind kind, Instant now) {
        return standing.stream()
                .filter(sanction -> sanction.kind == kind)
                .map(sanction -> requireNonNullElse(sanction.expiresAt, NEVER))
                .filter(end -> end.isAfter(now))
                .max(Instant::compareTo)
                .orElse(null);
    }

    private SanctionDocument drafted(Tx tx, MembershipDocument member, NewSanction wanted) {
        var sanction = new SanctionDocument();
        sanction.id = Ids.next();
        sanction.communityId = tx.community();
        sanction.accountId = member.accountId;
        sanction.userId = member.shownId();
        sanction.kind = wanted.kind();
        sanction.reason = wanted.reason();
        sanction.actor = requireNonNullElse(tx.caller().userId(), tx.caller().id());
        sanction.createdAt = tx.now();
        sanction.expiresAt = wanted.expiresAt();
        return sanction;
    }
}
