package dev.regulars.community.role;

import static dev.regulars.community.CommunityError.EVERYONE_STAYS;
import static dev.regulars.community.CommunityError.ROLE_LIMIT;
import static dev.regulars.web.permission.RolePermission.MANAGE_ROLES;
import static dev.regulars.web.permission.RolePermission.VIEW_MESSAGE_HISTORY;
import static java.util.Objects.requireNonNullElse;

import dev.regulars.community.role.member.RoleHolders;
import dev.regulars.community.role.permission.PermissionFlags;
import dev.regulars.community.role.permission.RoleHierarchy;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.web.operation.Deleted;
import dev.regulars.web.permission.RolePermission;
import dev.regulars.web.refusal.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** The roles of a community. Callers act on roles below their own highest one, and grant what they hold (contract §3.16). */
@ApplicationScoped
class Roles {

    private final RoleHolders holders;

    Roles(RoleHolders holders) {
        this.holders = holders;
    }

    Uni<RoleView> create(Tx tx, RoleBody body) {
        return holders.authority(tx, MANAGE_ROLES)
                .call(() -> RoleDocument.count(tx).invoke(ROLE_LIMIT::checkRoom))
                .chain(caller -> draft(tx, body, caller).create(tx))
                .map(RoleView::of);
    }

    Uni<RoleView> update(Tx tx, String id, RoleBody body) {
        return holders.authority(tx, MANAGE_ROLES)
                .chain(caller -> RoleDocument.get(tx, id).invoke(role -> change(role, body, caller)))
                .chain(role -> role.store(tx))
                .map(RoleView::of);
    }

    Uni<Deleted> delete(Tx tx, String id) {
        return holders.authority(tx, MANAGE_ROLES)
                .chain(caller -> RoleDocument.get(tx, id).invoke(role -> checkMayGo(role, caller)))
                .chain(role -> role.remove(tx))
                .map(role -> new Deleted(role.id));
    }

    /** The highest first. */
    Uni<List<RoleView>> list(Tx tx) {
        return RoleDocument.list(tx).map(all -> all.stream().map(RoleView::of).toList());
    }

    private static RoleDocument draft(Tx tx, RoleBody body, RoleHierarchy caller) {
        RoleDocument role = RoleDocument.of(tx);
        apply(role, body, caller, Set.of(VIEW_MESSAGE_HISTORY));
        return role;
    }

    private static void change(RoleDocument role, RoleBody body, RoleHierarchy caller) {
        caller.checkIsAbove(role.order);
        if (role.ofEveryone() && !(body.title().equals(role.title) && body.order() == role.order)) {
            throw Refusal.invalid("title", "and order of @all cannot be changed");
        }
        apply(role, body, caller, role.permissions());
    }

    private static void apply(RoleDocument role, RoleBody body, RoleHierarchy caller, Set<RolePermission> before) {
        Set<RolePermission> granted =
                PermissionFlags.granted(body.server_permissions(), body.channel_permissions(), before);
        caller.checkIsAbove(body.order());
        caller.checkGrants(granted, before);
        role.title = body.title();
        role.colour = body.colour();
        role.order = body.order();
        role.billable = body.billable();
        role.description = requireNonNullElse(body.description(), "");
        role.permissions = granted.stream().map(RolePermission::wire).toList();
    }

    private static void checkMayGo(RoleDocument role, RoleHierarchy caller) {
        caller.checkIsAbove(role.order);
        if (role.ofEveryone()) {
            throw EVERYONE_STAYS.because(role.id);
        }
    }
}
