package dev.regulars.gateway.ratelimit;

import dev.regulars.web.refusal.Kind;
import dev.regulars.web.refusal.Refusal;

/**
 * What is left of a limit after a request.
 *
 * @param resetSeconds until the bucket is full again
 * @param retrySeconds until the next request is taken; 0 if one is taken now
 */
record Quota(Policy policy, int limit, boolean exhausted, long remaining, long resetSeconds, long retrySeconds) {

    Refusal refusal() {
        return Refusal.of(Kind.TOO_MANY, policy.label + " limit of " + limit)
                .with("Retry-After", String.valueOf(Math.max(1, retrySeconds)));
    }
}
