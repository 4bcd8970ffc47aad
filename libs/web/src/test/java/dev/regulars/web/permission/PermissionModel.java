package dev.regulars.web.permission;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The same rules by another way: sets of names that grow and shrink, for all permissions at once and without reasons. */
final class PermissionModel {

    private PermissionModel() {}

    static Set<String> held(MemberPermissions member, List<Overwrite> channel) {
        Set<String> all = names(Set.of(RolePermission.values()));
        if (member.owner()) {
            return all;
        }
        Set<String> held = new TreeSet<>(names(member.everyone().permissions()));
        Set<String> roleIds = new HashSet<>();
        for (var role : member.roles()) {
            roleIds.add(role.roleId());
            held.addAll(names(role.permissions()));
        }
        if (held.contains("server_administrator")) {
            held = all;
        } else {
            apply(channel, "role", Set.of(member.everyone().roleId()), held);
            apply(channel, "role", roleIds, held);
            apply(channel, "user", Set.of(member.accountId()), held);
        }
        if (member.suspended()) {
            held.retainAll(Set.of("view_message_history"));
        }
        return held;
    }

    private static void apply(List<Overwrite> channel, String target, Set<String> ids, Set<String> held) {
        Set<String> allowed = new HashSet<>();
        for (Overwrite one : channel) {
            if (one.target().wire().equals(target) && ids.contains(one.id())) {
                held.removeAll(ofChannels(one.deny()));
                allowed.addAll(ofChannels(one.allow()));
            }
        }
        held.addAll(allowed);
    }

    private static Set<String> ofChannels(Set<RolePermission> permissions) {
        Set<String> names = names(permissions);
        names.retainAll(names(RolePermission.of(RolePermission.Scope.CHANNEL)));
        return names;
    }

    private static Set<String> names(Set<RolePermission> permissions) {
        Set<String> names = new TreeSet<>();
        permissions.forEach(one -> names.add(one.wire()));
        return names;
    }
}
