package dev.regulars.community.member;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;

/** An account that is to be a member, asked for by the service that made it. */
record Joining(
        @NotBlank String communityId,
        @NotBlank String accountId,
        @Min(0) @Max(9) int accessLevel) {}
