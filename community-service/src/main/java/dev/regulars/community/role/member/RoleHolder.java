package dev.regulars.community.role.member;

import dev.regulars.community.role.RoleDocument;
import dev.regulars.web.permission.MemberPermissions;
import dev.regulars.web.permission.MemberPermissions.Grant;
import java.util.List;
import java.util.stream.Stream;

/**
 * A member with the roles that they have.
 *
 * @param everyone {@code @all}
 * @param roles the others, the highest first
 */
public record RoleHolder(
        String accountId, boolean owner, boolean suspended, RoleDocument everyone, List<RoleDocument> roles) {

    /** Order of the highest role; {@code @all} is below every other. */
    public int rank() {
        return owner
                ? Integer.MAX_VALUE
                : roles.stream().mapToInt(role -> role.order).max().orElse(-1);
    }

    /** The highest first, {@code @all} at the end. */
    Stream<RoleDocument> all() {
        return Stream.concat(roles.stream(), Stream.of(everyone));
    }

    public MemberPermissions permissions() {
        return new MemberPermissions(
                accountId,
                owner,
                suspended,
                grant(everyone),
                roles.stream().map(RoleHolder::grant).toList());
    }

    /** Those of somebody without any role of their own. */
    public MemberPermissions ofEveryone() {
        return new MemberPermissions("", false, false, grant(everyone), List.of());
    }

    private static Grant grant(RoleDocument role) {
        return new Grant(role.id, role.permissions());
    }
}
