package dev.regulars.community.member;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** That the caller is no member any more. */
record LeftView(String communityId, String userId, Instant leftAt) {

    static LeftView of(MembershipDocument membership) {
        return new LeftView(membership.communityId.id(), membership.shownId(), requireNonNull(membership.leftAt));
    }
}
