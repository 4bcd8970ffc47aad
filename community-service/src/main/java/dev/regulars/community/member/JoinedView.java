package dev.regulars.community.member;

import java.time.Instant;

/** That the caller is a member (contract §3.17), and since when. */
public record JoinedView(String communityId, String userId, Instant joinedAt) {

    static JoinedView of(MembershipDocument membership) {
        return new JoinedView(membership.communityId.id(), membership.shownId(), membership.joinedAt);
    }
}
