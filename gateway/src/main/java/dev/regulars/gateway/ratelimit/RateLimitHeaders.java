package dev.regulars.gateway.ratelimit;

import io.vertx.core.MultiMap;
import java.util.List;

/**
 * Tells callers of their limits: {@code RateLimit} and {@code RateLimit-Policy} (draft-ietf-httpapi-ratelimit-headers), and the
 * three headers that Rocket.Chat has.
 */
final class RateLimitHeaders {

    private static final long MILLIS_PER_SECOND = 1_000;

    private RateLimitHeaders() {}

    /** @param quotas all that counted the request, of which the tightest is told */
    static void write(MultiMap headers, List<Quota> quotas, long windowSeconds, boolean chat) {
        var policies = new StringBuilder();
        Quota tightest = quotas.getFirst();
        for (Quota quota : quotas) {
            policies.append(policies.isEmpty() ? "\"" : ", \"")
                    .append(quota.policy().label)
                    .append("\";q=")
                    .append(quota.limit())
                    .append(";w=")
                    .append(windowSeconds);
            tightest = quota.exhausted() || quota.remaining() < tightest.remaining() ? quota : tightest;
        }
        headers.set("RateLimit-Policy", policies.toString());
        headers.set(
                "RateLimit",
                "\"" + tightest.policy().label + "\";r=" + tightest.remaining() + ";t=" + tightest.resetSeconds());
        if (chat) {
            headers.set("X-RateLimit-Limit", String.valueOf(tightest.limit()));
            headers.set("X-RateLimit-Remaining", String.valueOf(tightest.remaining()));
            long reset = System.currentTimeMillis() + tightest.resetSeconds() * MILLIS_PER_SECOND;
            headers.set("X-RateLimit-Reset", String.valueOf(reset));
        }
    }
}
