package dev.regulars.community.member;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That the caller is no member any more. */
@Schema(examples = """
        {"communityId": "66b1f0e9a4d3e5f60718293b", "userId": "43", "leftAt": "2026-03-10T16:15:50.123Z"}""")
record LeftView(
        String communityId,

        @Schema(description = "The decimal id of the account")
        String userId,

        @Schema(description = "When the membership ended") Instant leftAt) {

    static LeftView of(MembershipDocument membership) {
        return new LeftView(membership.communityId.id(), membership.shownId(), requireNonNull(membership.leftAt));
    }
}
