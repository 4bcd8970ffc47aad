package dev.regulars.identity.directory.role;

import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import dev.regulars.web.permission.MemberPermissions;
import dev.regulars.web.permission.MemberPermissions.Grant;
import dev.regulars.web.permission.RolePermission;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which roles members have, and what they hold by them. */
@ApplicationScoped
public class MemberRoles {

    /**
     * The roles of one member.
     *
     * @param titles {@code @all} first, then the highest first
     */
    public record HeldRoles(List<String> titles, String highest, Set<RolePermission> permissions) {}

    static final String EVERYONE = "@all";

    private final Outbox outbox;
    private final Clock clock;

    MemberRoles(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    public Uni<HeldRoles> of(CommunityId community, String accountId, boolean owner) {
        Tx tx = outbox.alone();
        return RoleDocument.list(tx, community).chain(roles -> RoleHolderDocument.find(tx, community, accountId)
                .map(holder -> held(community, accountId, owner, roles, holder)));
    }

    private HeldRoles held(
            CommunityId community,
            String accountId,
            boolean owner,
            List<RoleDocument> all,
            @Nullable RoleHolderDocument holder) {
        List<String> ids = holder == null || holder.roleIds == null ? List.of() : holder.roleIds;
        List<RoleDocument> roles =
                all.stream().filter(role -> ids.contains(role.roleId)).toList();
        List<String> titles = roles.stream().map(role -> withAtSign(role.title)).toList();
        Grant everyone = all.stream()
                .filter(role -> role.roleId.equals(community.id()))
                .findFirst()
                .map(MemberRoles::grant)
                .orElseGet(() -> new Grant(community.id(), Set.of()));
        var permissions = new MemberPermissions(
                accountId,
                owner,
                isSuspended(holder),
                everyone,
                roles.stream().map(MemberRoles::grant).toList());
        return new HeldRoles(
                Stream.concat(Stream.of(EVERYONE), titles.stream()).toList(),
                titles.isEmpty() ? EVERYONE : titles.getFirst(),
                permissions.held());
    }

    private boolean isSuspended(@Nullable RoleHolderDocument holder) {
        Instant until = holder == null ? null : holder.suspendedUntil;
        return until != null && until.isAfter(clock.instant());
    }

    private static Grant grant(RoleDocument role) {
        return new Grant(role.roleId, RolePermission.setOf(role.permissions));
    }

    /** As answers show roles (contract §2.4). */
    static String withAtSign(String title) {
        return title.startsWith("@") ? title : "@" + title;
    }
}
