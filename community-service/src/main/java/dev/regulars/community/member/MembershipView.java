package dev.regulars.community.member;

import dev.regulars.community.server.Servers.Owned;
import dev.regulars.eventing.Version;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an account is to a community, for services that keep a copy of it.
 *
 * @param leftAt there once the membership was ended
 * @param server version of the community's document, which says who owns it
 * @param membership version of the membership, absent for an owner whose own join is still under way
 */
record MembershipView(
        String communityId,
        String accountId,
        boolean owner,
        Version server,
        @Nullable Instant joinedAt,
        @Nullable Instant leftAt,
        int accessLevel,
        List<String> roleIds,
        @Nullable Instant suspendedUntil,
        @Nullable Version membership) {

    /**
     * A part of all memberships of a community, those that ended included.
     *
     * @param next the account behind which the next part begins; absent at the end
     */
    record Export(
            List<MembershipView> memberships, @Nullable String next) {}

    static MembershipView of(
            String communityId, String accountId, Owned owned, @Nullable MembershipDocument membership) {
        boolean owner = owned.ownerId().equals(accountId);
        return membership == null
                ? new MembershipView(
                        communityId, accountId, owner, owned.version(), null, null, 0, List.of(), null, null)
                : new MembershipView(
                        communityId,
                        accountId,
                        owner,
                        owned.version(),
                        membership.joinedAt,
                        membership.leftAt,
                        membership.accessLevel,
                        membership.roleIds(),
                        membership.suspendedUntil,
                        membership.version);
    }
}
