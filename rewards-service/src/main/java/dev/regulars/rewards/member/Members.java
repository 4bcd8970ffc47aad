package dev.regulars.rewards.member;

import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The standing of members, as far as events have told it. */
@ApplicationScoped
public class Members {

    private final Clock clock;

    Members(Clock clock) {
        this.clock = clock;
    }

    /** Whoever no event has told of has no role but {@code @all}. */
    public Uni<Standing> standing(Tx tx, CommunityId community, String accountId) {
        return MemberDocument.find(tx, community, accountId).map(member -> standing(community, accountId, member));
    }

    /** Which of these roles are deleted. */
    public Uni<Set<String>> deletedRoles(Tx tx, CommunityId community, Collection<String> roleIds) {
        return roleIds.isEmpty() ? Uni.createFrom().item(Set.of()) : DeletedRoleDocument.among(tx, community, roleIds);
    }

    private Standing standing(CommunityId community, String accountId, @Nullable MemberDocument member) {
        if (member == null) {
            return new Standing(accountId, Set.of(community.id()), Set.of(), false);
        }
        Set<String> roles = new HashSet<>(Objects.requireNonNullElse(member.roleIds, List.of()));
        roles.add(community.id());
        boolean suspended = member.suspendedUntil != null && member.suspendedUntil.isAfter(clock.instant());
        return new Standing(
                accountId, roles, Set.copyOf(Objects.requireNonNullElse(member.tags, List.of())), suspended);
    }
}
