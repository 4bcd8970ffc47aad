package dev.regulars.community.presence;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When members count as present. */
@ConfigMapping(prefix = "regulars.presence")
interface PresenceConfig {

    /** How often a client should send a heartbeat. */
    @WithDefault("30s")
    Duration heartbeatEvery();

    /** After how long without a heartbeat a session is over; longer than a minute, since that is how often one is written. */
    @WithDefault("150s")
    Duration sessionTimeout();
}
