package dev.regulars.community.role.tier;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import dev.regulars.community.member.MembershipDocument;
import dev.regulars.eventing.Version;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.community.CommunityEvent.MemberRolesChanged;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Roles that a membership has by the member's tier. */
final class TierRoleWrites {

    private TierRoleWrites() {}

    /** Whether a membership was told of this version of the tier, or of a newer one. */
    static boolean isDone(MembershipDocument member, Version source) {
        return member.tierSource != null && member.tierSource.compareTo(source) >= 0;
    }

    /** Nothing where the membership changed since this copy was read. */
    static Uni<@Nullable MembershipDocument> store(
            Tx tx, MembershipDocument member, List<String> roleIds, Version source) {
        var change = MembershipDocument.memberships()
                .of(member.communityId)
                .change(tx, member.id)
                .when(and(eq("version.n", member.version.n()), source.newerThan("tierSource")))
                .by(combine(set("roleIds", roleIds), set("tierSource", source)));
        return roleIds.equals(member.roleIds())
                ? change.withoutEvent()
                : change.emitting(new MemberRolesChanged(member.communityId.id(), member.accountId, roleIds));
    }
}
