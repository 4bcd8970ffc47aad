package dev.regulars.web.permission;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Set;

/**
 * What a channel changes for one role or one member.
 *
 * @param id of the role or of the member's account
 */
public record Overwrite(Target target, String id, Set<RolePermission> allow, Set<RolePermission> deny) {

    /** Whom an overwrite is for. */
    public enum Target {
        ROLE("role"),
        USER("user");

        private final String wire;

        Target(String wire) {
            this.wire = wire;
        }

        @JsonValue
        public String wire() {
            return wire;
        }
    }

    boolean isFor(Target target, String id) {
        return this.target == target && this.id.equals(id);
    }
}
