package dev.regulars.community.member;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * What is to become of a membership.
 *
 * @param caller who asks, at the service that passes it on
 * @param key under which they ask, if under any
 */
record MembershipStatusRequest(
        @NotBlank String communityId,
        @NotBlank String accountId,
        @NotNull Boolean ended,
        @NotBlank String caller,
        @Nullable String key) {}
