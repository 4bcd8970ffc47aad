package dev.regulars.identity.password;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What a password hash costs. The defaults are the least that OWASP advises for Argon2id. */
@ConfigMapping(prefix = "regulars.passwords")
public interface PasswordConfig {

    /** Memory of one hash, in KiB. */
    @WithDefault("19456")
    int memory();

    /** Passes over that memory. */
    @WithDefault("2")
    int iterations();

    /** How long a hash may wait for its turn; whoever would wait longer is asked to come again. */
    @WithDefault("5s")
    Duration deadline();
}
