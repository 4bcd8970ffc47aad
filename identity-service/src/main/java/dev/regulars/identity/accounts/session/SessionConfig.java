package dev.regulars.identity.accounts.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long somebody may stay logged in. */
@ConfigMapping(prefix = "regulars.sessions")
public interface SessionConfig {

    /** However often a session is refreshed, it is over then. */
    @WithDefault("90d")
    Duration longest();
}
