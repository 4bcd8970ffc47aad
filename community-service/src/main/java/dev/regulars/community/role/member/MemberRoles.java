package dev.regulars.community.role.member;

import static dev.regulars.community.CommunityError.EVERYONE_STAYS;
import static dev.regulars.web.permission.RolePermission.MANAGE_ROLES;
import static dev.regulars.web.refusal.Refusal.orNotFound;

import dev.regulars.community.member.MembershipDocument;
import dev.regulars.community.role.RoleDocument;
import dev.regulars.community.role.RoleView;
import dev.regulars.community.role.permission.RoleHierarchy;
import dev.regulars.eventing.outbox.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which roles a member has. */
@ApplicationScoped
class MemberRoles {

    private final RoleHolders holders;

    MemberRoles(RoleHolders holders) {
        this.holders = holders;
    }

    Uni<RoleView[]> add(Tx tx, String roleId, String user) {
        return holders.authority(tx, MANAGE_ROLES)
                .chain(caller -> assignable(tx, roleId, caller)
                        .invoke(caller::checkMayAssign)
                        .chain(() -> target(tx, user, caller)))
                .chain(member -> {
                    Set<String> ids = new TreeSet<>(member.roleIds());
                    return ids.add(roleId) ? store(tx, member, ids) : holders.of(tx, member);
                })
                .map(MemberRoles::views);
    }

    Uni<RoleView[]> remove(Tx tx, String roleId, String user) {
        return holders.authority(tx, MANAGE_ROLES)
                .chain(caller -> assignable(tx, roleId, caller).chain(() -> target(tx, user, caller)))
                .chain(member -> {
                    Set<String> ids = new TreeSet<>(member.roleIds());
                    return ids.remove(roleId) ? store(tx, member, ids) : holders.of(tx, member);
                })
                .map(MemberRoles::views);
    }

    /** The highest first, {@code @all} at the end. */
    Uni<RoleView[]> of(Tx tx, String user) {
        return holders.find(tx, user).map(MemberRoles::views);
    }

    private static Uni<RoleDocument> assignable(Tx tx, String roleId, RoleHierarchy caller) {
        return RoleDocument.findToAssign(tx, tx.community(), roleId)
                .plug(orNotFound("role", roleId))
                .invoke(role -> {
                    caller.checkIsAbove(role.order);
                    if (role.ofEveryone()) {
                        throw EVERYONE_STAYS.because(roleId);
                    }
                });
    }

    /** The roles of an owner are the owner's own affair. */
    private Uni<MembershipDocument> target(Tx tx, String user, RoleHierarchy caller) {
        return MembershipDocument.findMember(tx, tx.community(), user)
                .plug(orNotFound("member", user))
                .call(member -> holders.of(tx, member).invoke(caller::checkMayTouch));
    }

    private Uni<RoleHolder> store(Tx tx, MembershipDocument member, Set<String> ids) {
        return member.withRoles(tx, List.copyOf(ids))
                .plug(orNotFound("member", member.accountId))
                .chain(changed -> holders.of(tx, changed));
    }

    private static RoleView[] views(RoleHolder holder) {
        return holder.all().map(RoleView::of).toArray(RoleView[]::new);
    }
}
