package dev.regulars.webhook.delivery.worker;

import dev.regulars.webhook.endpoint.WebhookClientConfig;
import dev.regulars.webhook.subscription.setting.Rest;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Gives an endpoint a rest after failed attempts in a row. After the rest a single delivery probes it: success ends the matter,
 * failure begins a rest twice as long.
 */
final class Breaker {

    private final WebhookClientConfig config;
    private int failures;
    private int rests;
    private @Nullable Instant restsUntil;
    private boolean probing;

    /** @param rest that the endpoint was given under an earlier lease */
    Breaker(WebhookClientConfig config, @Nullable Rest rest) {
        this.config = config;
        this.restsUntil = rest == null ? null : rest.until();
    }

    /** Whether an attempt may be made now; one that is made after a rest is the probe. */
    synchronized boolean allows(Instant now) {
        if (restsUntil == null) {
            return true;
        }
        if (probing || now.isBefore(restsUntil)) {
            return false;
        }
        probing = true;
        return true;
    }

    /** @return whether the endpoint had been given a rest, which is over */
    synchronized boolean succeeded() {
        boolean over = restsUntil != null;
        failures = 0;
        rests = 0;
        restsUntil = null;
        probing = false;
        return over;
    }

    /** @return the rest that begins, null if none does */
    synchronized @Nullable Rest failed(Instant now, String reason) {
        failures++;
        boolean begins = probing || (restsUntil == null && failures >= config.restAfter());
        if (!begins) {
            return null;
        }
        probing = false;
        restsUntil = now.plus(length(rests++));
        return new Rest(restsUntil, "The endpoint failed " + failures + " times in a row, last with: " + reason);
    }

    private Duration length(int before) {
        Duration length = config.rest().multipliedBy(1L << Math.min(before, 20));
        return length.compareTo(config.longestRest()) > 0 ? config.longestRest() : length;
    }
}
