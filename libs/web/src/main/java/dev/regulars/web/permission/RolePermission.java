package dev.regulars.web.permission;

import static dev.regulars.web.permission.RolePermission.Scope.CHANNEL;
import static dev.regulars.web.permission.RolePermission.Scope.SERVER;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a role can allow: the union of what contract §3.9 rows 6 and 10 name (§3.16), in their spelling on the wire. */
public enum RolePermission {
    /** Holds every other permission, in every channel. */
    SERVER_ADMINISTRATOR("server_administrator", SERVER),
    ALLOW_DM("allow_dm", SERVER),
    CREATE_INVITE("create_invite", SERVER),
    WARN_MEMBERS("warn_members", SERVER),
    SUSPEND_MEMBERS("suspend_members", SERVER),
    BAN_MEMBERS("ban_members", SERVER),
    KICK_MEMBERS("kick_members", SERVER),
    MANAGE_ROLES("manage_roles", SERVER),
    MANAGE_CHANNELS("manage_channels", SERVER),
    BROADCAST_MESSAGES("broadcast_messages", SERVER),
    /** One permission with two names: requests use the first, answers to System calls show both. */
    OVERWRITE_LANGUAGE("overwrite_language", SERVER, "overwrite_language_settings"),
    VIEW_MESSAGE_HISTORY("view_message_history", CHANNEL),
    POST_MESSAGES("post_messages", CHANNEL),
    ATTACH_FILES("attach_files", CHANNEL),
    ALLOW_MENTIONS("allow_mentions", CHANNEL),
    MANAGE_MESSAGES("manage_messages", CHANNEL),
    DELETE_MESSAGES("delete_messages", CHANNEL),
    PINABLE("pinable", CHANNEL),
    SHARE_LINKS("share_links", CHANNEL),
    SHARE_ATTACHMENTS("share_Attachments", CHANNEL),
    POST_ANALYSIS("post_analysis", CHANNEL);

    /** Where a permission counts. Channel overwrites change those of the channel only. */
    public enum Scope {
        SERVER,
        CHANNEL
    }

    private final String wire;
    private final Scope scope;
    private final @Nullable String alias;

    RolePermission(String wire, Scope scope) {
        this(wire, scope, null);
    }

    RolePermission(String wire, Scope scope, @Nullable String alias) {
        this.wire = wire;
        this.scope = scope;
        this.alias = alias;
    }

    @JsonValue
    public String wire() {
        return wire;
    }

    /** The second name on the wire, where there is one. */
    public @Nullable String alias() {
        return alias;
    }

    public Scope scope() {
        return scope;
    }

    public static Optional<RolePermission> named(String name) {
        return Arrays.stream(values())
                .filter(one -> one.wire.equals(name) || name.equals(one.alias))
                .findFirst();
    }

    /** As stored and sent: names that a later version may know are passed over. */
    public static Set<RolePermission> setOf(Iterable<String> names) {
        Set<RolePermission> set = EnumSet.noneOf(RolePermission.class);
        names.forEach(name -> named(name).ifPresent(set::add));
        return set;
    }

    public static Set<RolePermission> of(Scope scope) {
        return Arrays.stream(values())
                .filter(one -> one.scope == scope)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(RolePermission.class)));
    }
}
