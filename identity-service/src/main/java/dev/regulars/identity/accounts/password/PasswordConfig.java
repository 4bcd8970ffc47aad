package dev.regulars.identity.accounts.password;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What a password hash costs. The defaults are the least that OWASP advises for Argon2id; with less nothing starts. */
@ConfigMapping(prefix = "regulars.passwords")
public interface PasswordConfig {

    /** Memory of one hash, in KiB. */
    @WithDefault("19456")
    int memory();

    /** Passes over that memory. */
    @WithDefault("2")
    int iterations();

    /** Memory and passes make up for each other; these pairs are those of OWASP's cheat sheet on storing passwords. */
    default boolean isEnough() {
        return (memory() >= 47_104 && iterations() >= 1)
                || (memory() >= 19_456 && iterations() >= 2)
                || (memory() >= 12_288 && iterations() >= 3)
                || (memory() >= 9_216 && iterations() >= 4)
                || (memory() >= 7_168 && iterations() >= 5);
    }

    /** How long a hash may wait for its turn; longer waits are answered with 503. */
    @WithDefault("5s")
    Duration deadline();
}
