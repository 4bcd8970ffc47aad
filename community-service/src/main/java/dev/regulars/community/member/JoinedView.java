package dev.regulars.community.member;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That the caller is a member (contract §3.17), and since when. */
@Schema(examples = """
        {"communityId": "66b1f0e9a4d3e5f60718293b", "userId": "43", "joinedAt": "2026-03-10T16:15:50.123Z"}""")
public record JoinedView(
        String communityId,

        @Schema(description = "The decimal id of the account")
        String userId,

        @Schema(description = "When the membership began") Instant joinedAt) {

    static JoinedView of(MembershipDocument membership) {
        return new JoinedView(membership.communityId.id(), membership.shownId(), membership.joinedAt);
    }
}
