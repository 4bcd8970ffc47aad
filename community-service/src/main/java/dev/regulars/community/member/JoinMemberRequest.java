package dev.regulars.community.member;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

/**
 * An account that is to be a member, asked for by the service that made it.
 *
 * @param userId the account's decimal string, where the asking service knows it
 */
record JoinMemberRequest(
        @NotBlank String communityId,
        @NotBlank String accountId,
        @Nullable String userId,
        @Min(0) @Max(9) int accessLevel) {}
