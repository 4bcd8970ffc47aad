package dev.regulars.identity.accounts.signing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How one signing key follows another. */
@ConfigMapping(prefix = "regulars.signing")
interface SigningConfig {

    /** How long a new key is published before it signs: longer than services keep a set of keys, which is a minute. */
    @WithDefault("2m")
    Duration lead();

    /**
     * How long an old key is accepted once the new one signs: by default as long as an access token lives, and a minute. A
     * shorter one ends logins early, which is what a stolen key asks for.
     */
    Optional<Duration> grace();
}
