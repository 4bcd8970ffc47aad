package dev.regulars.identity.accounts.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long a session can last. */
@ConfigMapping(prefix = "regulars.sessions")
public interface SessionConfig {

    /** However often a session is refreshed, it ends then. */
    @WithDefault("90d")
    Duration longest();

    /** How long a session lasts that a login URL opened; it cannot be refreshed. */
    @WithDefault("8h")
    Duration ssoLifetime();

    /** How long a login URL can be used. */
    @WithDefault("2m")
    Duration loginUrlLifetime();

    /** How long a refresh token that was just replaced is answered with the same successor. */
    @WithDefault("10s")
    Duration refreshGrace();
}
