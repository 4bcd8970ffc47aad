package dev.regulars.community.role.permission;

import static dev.regulars.web.refusal.Kind.NOT_PERMITTED;

import dev.regulars.community.role.RoleDocument;
import dev.regulars.community.role.member.RoleHolder;
import dev.regulars.web.permission.RolePermission;
import dev.regulars.web.refusal.Refusal;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a caller may do with the roles and members of a community (contract §3.16): grant what they hold, and act below their
 * highest role.
 *
 * @param rank order of the highest role; nothing is above an owner or a key
 */
public record RoleHierarchy(boolean owner, int rank, Set<RolePermission> held) {

    /** Of keys, which act as an admin without a role. */
    public static final RoleHierarchy OF_KEYS =
            new RoleHierarchy(false, Integer.MAX_VALUE, EnumSet.allOf(RolePermission.class));

    public static final RoleHierarchy OF_OWNERS =
            new RoleHierarchy(true, Integer.MAX_VALUE, EnumSet.allOf(RolePermission.class));

    public static RoleHierarchy of(RoleHolder holder) {
        return new RoleHierarchy(
                holder.owner(), holder.rank(), holder.permissions().held());
    }

    public void checkHolds(RolePermission needed) {
        check(held.contains(needed), needed + " is missing");
    }

    public void checkGrants(Set<RolePermission> granted) {
        check(held.containsAll(granted), "grants more than is held: " + granted);
    }

    /** A role may keep what it had. */
    public void checkGrants(Set<RolePermission> granted, Set<RolePermission> before) {
        Set<RolePermission> added = EnumSet.noneOf(RolePermission.class);
        added.addAll(granted);
        added.removeAll(before);
        checkGrants(added);
    }

    public void checkIsAbove(int order) {
        check(order < rank, "order " + order + " is not below " + rank);
    }

    /** A role is given by those above it, who hold all of it. */
    public void checkMayAssign(RoleDocument role) {
        checkHolds(RolePermission.MANAGE_ROLES);
        checkIsAbove(role.order);
        checkGrants(role.permissions());
    }

    /** Nobody acts on a member as high as they are. */
    public void checkIsAbove(RoleHolder member) {
        check(member.rank() < rank, member.accountId() + " is not below");
    }

    /** Only an owner changes an owner. */
    public void checkMayTouch(RoleHolder member) {
        check(owner || !member.owner(), member.accountId() + " is the owner");
    }

    private static void check(boolean allowed, String detail) {
        if (!allowed) {
            throw Refusal.of(NOT_PERMITTED, detail);
        }
    }
}
