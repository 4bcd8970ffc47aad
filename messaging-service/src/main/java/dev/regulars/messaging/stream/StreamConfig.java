package dev.regulars.messaging.stream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The bounds of live streams. */
@ConfigMapping(prefix = "regulars.stream")
public interface StreamConfig {

    /** Time from the handshake to the first frame of a client that brought no credential with it. */
    @WithDefault("5s")
    Duration authenticationTimeout();

    /** A reader that takes nothing for so long is dropped with a resume point. */
    @WithDefault("10s")
    Duration slowAfter();

    /** Characters of one client that are on their way at once; what is newer waits in the log. */
    @WithDefault("262144")
    int inFlight();

    /** Characters of one incoming frame. */
    @WithDefault("65536")
    int longestFrame();

    /** Channels of one client. */
    @WithDefault("500")
    int channelsPerClient();

    /** Frames of one client in a second. */
    @WithDefault("50")
    int framesPerSecond();

    /** Clients of one replica. */
    @WithDefault("20000")
    int clients();

    /** Pause between two checks that clients still see their channels. */
    @WithDefault("2s")
    Duration checkEvery();

    /** Pause between two exchanges of a client's credential, which notice what no event told. */
    @WithDefault("45s")
    Duration exchangeEvery();

    /** Pause between two looks for what other replicas appended. */
    @WithDefault("100ms")
    Duration lookEvery();
}
