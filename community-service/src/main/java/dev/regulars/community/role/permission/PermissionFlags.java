package dev.regulars.community.role.permission;

import dev.regulars.web.permission.RolePermission;
import dev.regulars.web.permission.RolePermission.Scope;
import dev.regulars.web.refusal.Refusal;
import dev.regulars.web.refusal.Refusal.Fault;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A group of permissions as the System API has it: an object with a boolean for each (contract §3.9 rows 6 and 10, §3.16). */
public enum PermissionFlags {
    SERVER(
            "server_permissions",
            Scope.SERVER,
            "server_administrator, allow_dm, create_invite, warn_members, suspend_members, ban_members, "
                    + "broadcast_messages, overwrite_language"),
    CHANNEL(
            "channel_permissions",
            Scope.CHANNEL,
            "post_messages, attach_files, allow_mentions, manage_messages, pinable, share_links, share_Attachments");

    private final String field;
    private final Scope scope;

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<String> required;

    PermissionFlags(String field, Scope scope, String required) {
        this.field = field;
        this.scope = scope;
        this.required = List.of(required.split(", "));
    }

    /** What is granted after a request with the flags of both groups; a permission that it does not name stays as it was. */
    public static Set<RolePermission> granted(
            Map<String, Boolean> server, Map<String, Boolean> channel, Set<RolePermission> before) {
        Set<RolePermission> granted = SERVER.apply(server, before);
        granted.addAll(CHANNEL.apply(channel, before));
        return granted;
    }

    /** What is granted after a request with these flags; a permission that it does not name stays as it was. */
    private Set<RolePermission> apply(Map<String, Boolean> flags, Set<RolePermission> before) {
        List<Fault> faults = new ArrayList<>();
        required.stream()
                .filter(name -> !flags.containsKey(name))
                .forEach(name -> faults.add(fault(name, "is required")));
        Set<RolePermission> granted = EnumSet.copyOf(RolePermission.of(scope));
        granted.retainAll(before);
        flags.forEach((name, on) -> RolePermission.named(name)
                .filter(permission -> permission.scope() == scope)
                .ifPresentOrElse(
                        permission -> set(granted, permission, on),
                        () -> faults.add(fault(name, "is an unknown property"))));
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        return granted;
    }

    /** The names that a request must have. */
    List<String> required() {
        return required;
    }

    /** Every permission of the group, under each of its names. */
    public Map<String, Boolean> show(Set<RolePermission> granted) {
        Map<String, Boolean> flags = new LinkedHashMap<>();
        for (RolePermission permission : RolePermission.of(scope)) {
            flags.put(permission.wire(), granted.contains(permission));
            if (permission.alias() != null) {
                flags.put(permission.alias(), granted.contains(permission));
            }
        }
        return flags;
    }

    private static void set(Set<RolePermission> granted, RolePermission permission, boolean on) {
        if (on) {
            granted.add(permission);
        } else {
            granted.remove(permission);
        }
    }

    private Fault fault(String name, String is) {
        return new Fault(field + "." + name, field + "." + name + " " + is);
    }
}
