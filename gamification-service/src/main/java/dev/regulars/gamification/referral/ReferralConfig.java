package dev.regulars.gamification.referral;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The installation as seen from outside. */
@ConfigMapping(prefix = "regulars")
public interface ReferralConfig {

    /** How the outside calls the gateway. */
    @WithDefault("http://localhost:8080")
    String publicUrl();
}
