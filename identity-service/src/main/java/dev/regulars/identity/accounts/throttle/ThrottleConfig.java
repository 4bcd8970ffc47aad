package dev.regulars.identity.accounts.throttle;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often a secret may be guessed. */
@ConfigMapping(prefix = "regulars.throttle")
public interface ThrottleConfig {

    /** Whether anybody is made to wait at all. Off for measurements only. */
    @WithDefault("true")
    boolean enabled();

    /** Wrong guesses at one account, or one session's, that cost nothing. */
    @WithDefault("20")
    int accountFree();

    /** Wrong guesses from one network address that cost nothing. */
    @WithDefault("50")
    int addressFree();

    /** Wrong guesses at the codes of one e-mail address that cost nothing; the tenth begins the first pause (contract §3.16). */
    @WithDefault("9")
    int codeFree();

    /** Guesses at codes are forgotten when none came for so long. */
    @WithDefault("15m")
    Duration codeMemory();

    /** Pause after the first guess that is not free; it doubles with each one after. */
    @WithDefault("1s")
    Duration firstPause();

    /** What a pause grows to. */
    @WithDefault("15m")
    Duration longestPause();

    /** Guesses are forgotten when none came for so long. */
    @WithDefault("1h")
    Duration memory();
}
