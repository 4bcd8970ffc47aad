package dev.regulars.identity.accounts.signing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What is written into login tokens, and for how long they are good. */
@ConfigMapping(prefix = "regulars")
public interface TokenConfig {

    /** How the outside calls the gateway: the issuer of login tokens. */
    @WithDefault("http://localhost:8080")
    String publicUrl();

    /** Lifetime of an access token. */
    @WithDefault("15m")
    Duration accessLifetime();

    /** Lifetime of a refresh token. */
    @WithDefault("7d")
    Duration refreshLifetime();
}
