package dev.regulars.gateway.ratelimit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Requests that one replica of the gateway takes per window (ADR 31). A community can set lower ones for its own callers. */
@ConfigMapping(prefix = "regulars.gateway.rate-limits")
public interface RateLimits {

    /** From one client address; an IPv6 client is its /64 network. */
    @WithDefault("6000")
    int address();

    /** With one API key of a community. */
    @WithDefault("6000")
    int key();

    /** By one user, whatever their sessions and user keys. */
    @WithDefault("1200")
    int user();

    /** By all callers of one community. */
    @WithDefault("60000")
    int community();

    /** From one address to one method of the Rocket.Chat family. */
    @WithDefault("1200")
    int chatMethod();

    /** Time in which an empty bucket fills up again. */
    @WithDefault("60s")
    Duration window();
}
