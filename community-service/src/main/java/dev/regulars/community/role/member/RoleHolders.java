package dev.regulars.community.role.member;

import static dev.regulars.web.caller.CallerKind.KEY;
import static dev.regulars.web.caller.CallerKind.SYSTEM;
import static dev.regulars.web.refusal.Kind.NOT_PERMITTED;
import static dev.regulars.web.refusal.Refusal.orNotFound;
import static java.util.Objects.requireNonNull;

import dev.regulars.community.member.MembershipDocument;
import dev.regulars.community.role.RoleDocument;
import dev.regulars.community.role.permission.RoleHierarchy;
import dev.regulars.community.server.Servers;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import dev.regulars.web.caller.Actor;
import dev.regulars.web.permission.RolePermission;
import dev.regulars.web.refusal.Refusal;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Who has which roles, and what callers may do by theirs. */
@ApplicationScoped
public class RoleHolders {

    private final Servers servers;

    RoleHolders(Servers servers) {
        this.servers = servers;
    }

    /** By the account's id or its decimal {@code userId}; refuses one who is no member. */
    public Uni<RoleHolder> find(Tx tx, String user) {
        return MembershipDocument.findMember(tx, tx.community(), user)
                .plug(orNotFound("member", user))
                .chain(member -> of(tx, member));
    }

    public Uni<RoleHolder> of(Tx tx, MembershipDocument member) {
        CommunityId community = tx.community();
        return servers.owned(tx, community).chain(owned -> RoleDocument.list(tx)
                .map(roles -> new RoleHolder(
                        member.accountId,
                        owned.ownerId().equals(member.accountId),
                        member.isSuspended(tx.now()),
                        everyone(community, roles),
                        having(member, roles))));
    }

    /**
     * What the caller of a change may do. Their membership is written to, so that two members who take each other's roles at
     * the same moment do it one after the other: for transactions.
     */
    public Uni<RoleHierarchy> authority(Tx tx) {
        Actor caller = tx.caller();
        CommunityId community = tx.community();
        if (caller.kind() == KEY || caller.kind() == SYSTEM) {
            return Uni.createFrom().item(RoleHierarchy.OF_KEYS);
        }
        String account = requireNonNull(caller.accountId());
        return MembershipDocument.findToDecide(tx, community, account)
                .chain(member -> member == null
                        ? ofOwner(tx, community, account)
                        : of(tx, member).map(RoleHierarchy::of));
    }

    /** The same, of a caller who has to hold a permission for it. */
    public Uni<RoleHierarchy> authority(Tx tx, RolePermission needed) {
        return authority(tx).invoke(caller -> caller.checkHolds(needed));
    }

    /** An owner is one even before the own join is stored. */
    private Uni<RoleHierarchy> ofOwner(Tx tx, CommunityId community, String account) {
        return servers.owned(tx, community).map(owned -> {
            if (!owned.ownerId().equals(account)) {
                throw Refusal.of(NOT_PERMITTED, account + " is no member any more");
            }
            return RoleHierarchy.OF_OWNERS;
        });
    }

    /** The account of somebody who is or was a member. */
    public Uni<String> accountId(Tx tx, String user) {
        return MembershipDocument.findEver(tx, tx.community(), user)
                .plug(orNotFound("member", user))
                .map(member -> member.accountId);
    }

    /** Refuses a role that the caller may not change anything for. */
    public Uni<Void> checkOverwritable(Tx tx, RoleHierarchy caller, String roleId) {
        return RoleDocument.findToAssign(tx, tx.community(), roleId)
                .plug(orNotFound("role", roleId))
                .invoke(role -> caller.checkIsAbove(role.order))
                .replaceWithVoid();
    }

    /** Refuses roles that the caller may not give to anybody. */
    public Uni<Void> checkAssignable(Tx tx, RoleHierarchy caller, String field, List<String> roleIds) {
        return roleIds.isEmpty()
                ? Uni.createFrom().voidItem()
                : RoleDocument.list(tx)
                        .invoke(roles -> roleIds.forEach(id -> caller.checkMayAssign(roles.stream()
                                .filter(role -> role.id.equals(id) && !role.ofEveryone())
                                .findFirst()
                                .orElseThrow(() -> Refusal.invalid(field, "must name roles of the community")))))
                        .replaceWithVoid();
    }

    /** Those of the roles that still exist, held fast until the end of the transaction. */
    public Uni<List<String>> assignable(Tx tx, CommunityId community, List<String> roleIds) {
        return Multi.createFrom()
                .iterable(roleIds)
                .onItem()
                .transformToUniAndConcatenate(id -> RoleDocument.findToAssign(tx, community, id))
                .map(role -> role.id)
                .collect()
                .asList();
    }

    /** {@code @all} is stored a moment after its community. */
    private static RoleDocument everyone(CommunityId community, List<RoleDocument> roles) {
        return roles.stream()
                .filter(RoleDocument::ofEveryone)
                .findFirst()
                .orElseGet(() -> EveryoneRole.of(community, Instant.EPOCH));
    }

    private static List<RoleDocument> having(MembershipDocument member, List<RoleDocument> roles) {
        return roles.stream().filter(role -> member.roleIds().contains(role.id)).toList();
    }
}
