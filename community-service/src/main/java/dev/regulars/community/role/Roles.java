package dev.regulars.community.role;

import static dev.regulars.community.CommunityError.EVERYONE_STAYS;
import static dev.regulars.community.CommunityError.ROLE_LIMIT;
import static dev.regulars.web.permission.RolePermission.MANAGE_ROLES;
import static dev.regulars.web.permission.RolePermission.VIEW_MESSAGE_HISTORY;
import static dev.regulars.web.refusal.Refusal.orNotFound;

import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import dev.regulars.web.permission.RolePermission;
import dev.regulars.web.refusal.Refusal;
import dev.regulars.web.value.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The roles of a community. Callers act on roles below their own highest one, and grant what they hold (contract §3.16). */
@ApplicationScoped
class Roles {

    private static final int MOST = 250;
    private static final Set<RolePermission> OF_A_NEW_ROLE = Set.of(VIEW_MESSAGE_HISTORY);

    private final RoleHolders holders;
    private final Outbox outbox;
    private final Clock clock;

    Roles(RoleHolders holders, Outbox outbox, Clock clock) {
        this.holders = holders;
        this.outbox = outbox;
        this.clock = clock;
    }

    Uni<RoleView> create(Tx tx, RoleBody body) {
        return holders.authority(tx)
                .call(() -> RoleDocument.list(tx, tx.community()).invoke(Roles::checkLimit))
                .chain(caller -> drafted(tx, caller, body).create(tx))
                .map(RoleView::of);
    }

    Uni<RoleView> update(Tx tx, String id, RoleBody body) {
        return holders.authority(tx)
                .chain(caller -> find(tx, id).invoke(role -> change(role, caller, body)))
                .chain(role -> role.store(tx).plug(orNotFound("role", id)))
                .map(RoleView::of);
    }

    Uni<DeletedRole> delete(Tx tx, String id) {
        return holders.authority(tx)
                .chain(caller -> find(tx, id).invoke(role -> checkMayGo(role, caller)))
                .chain(role -> role.remove(tx).plug(orNotFound("role", id)))
                .map(role -> new DeletedRole(role.id));
    }

    /** The highest first. */
    Uni<List<RoleView>> list(CommunityId community) {
        return RoleDocument.list(outbox.alone(), community).map(RoleView::listOf);
    }

    private RoleDocument drafted(Tx tx, RoleHierarchy caller, RoleBody body) {
        var role = new RoleDocument();
        role.id = Ids.next();
        role.communityId = tx.community();
        role.createdAt = clock.instant();
        apply(role, caller, body, OF_A_NEW_ROLE);
        return role;
    }

    private void change(RoleDocument role, RoleHierarchy caller, RoleBody body) {
        caller.checkIsAbove(role.order);
        if (role.ofEveryone() && !(body.title().equals(role.title) && body.order() == role.order)) {
            throw Refusal.invalid("title", "and order of @all cannot be changed");
        }
        apply(role, caller, body, role.permissions());
    }

    private void apply(RoleDocument role, RoleHierarchy caller, RoleBody body, Set<RolePermission> before) {
        Set<RolePermission> granted = body.granted(before);
        Set<RolePermission> added = EnumSet.copyOf(granted);
        added.removeAll(before);
        caller.checkHolds(MANAGE_ROLES);
        caller.checkIsAbove(body.order());
        caller.checkGrants(added);
        role.title = body.title();
        role.colour = body.colour();
        role.order = body.order();
        role.billable = body.billable();
        role.description = body.description() == null ? "" : body.description();
        role.permissions = granted.stream().map(RolePermission::wire).toList();
        role.updatedAt = clock.instant();
    }

    private static void checkMayGo(RoleDocument role, RoleHierarchy caller) {
        caller.checkHolds(MANAGE_ROLES);
        caller.checkIsAbove(role.order);
        if (role.ofEveryone()) {
            throw EVERYONE_STAYS.because(role.id);
        }
    }

    private static void checkLimit(List<RoleDocument> roles) {
        if (roles.size() >= MOST) {
            throw ROLE_LIMIT.because("has " + roles.size());
        }
    }

    private static Uni<RoleDocument> find(Tx tx, String id) {
        return RoleDocument.find(tx, tx.community(), id).plug(orNotFound("role", id));
    }
}
