package dev.regulars.community.member;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;

/** Another access level for a member, as a partner brought it with a login. */
record AccessLevelRequest(
        @NotBlank String communityId,
        @NotBlank String accountId,
        @Min(0) @Max(9) int accessLevel) {}
