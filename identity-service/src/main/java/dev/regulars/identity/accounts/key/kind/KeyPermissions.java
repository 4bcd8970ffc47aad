package dev.regulars.identity.accounts.key.kind;

import dev.regulars.web.caller.Permission;
import dev.regulars.web.refusal.Refusal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which permissions a key can hold (contract §1.3), in the names of the wire. */
public final class KeyPermissions {

    private KeyPermissions() {}

    /** System and SSO keys have no single permissions; an integration key needs some. */
    public static List<String> of(KeyKind kind, @Nullable List<Permission> asked) {
        if (kind == KeyKind.integration) {
            return some(asked, false, "must be permissions of community keys");
        }
        if (asked != null && !asked.isEmpty()) {
            throw Refusal.invalid("permissions", "must be left out for a " + kind.name() + " key");
        }
        return List.of();
    }

    /** Those of a key that acts as its owner. */
    public static List<String> ofUserKey(@Nullable List<Permission> asked) {
        return some(asked, true, "must be permissions of user keys");
    }

    private static List<String> some(@Nullable List<Permission> asked, boolean ofUserKeys, String otherwise) {
        if (asked == null || asked.isEmpty() || asked.stream().anyMatch(Objects::isNull)) {
            throw Refusal.invalid("permissions", "is required");
        }
        if (asked.stream().anyMatch(one -> one.ofUserKeys() != ofUserKeys)) {
            throw Refusal.invalid("permissions", otherwise);
        }
        return asked.stream().map(Permission::wire).distinct().toList();
    }
}
