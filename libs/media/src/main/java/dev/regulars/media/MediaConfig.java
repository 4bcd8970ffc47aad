package dev.regulars.media;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What may be uploaded, and for how long it is kept. */
@ConfigMapping(prefix = "regulars")
public interface MediaConfig {

    /** How the outside calls the gateway. */
    @WithDefault("http://localhost:8080")
    String publicUrl();

    Media media();

    /** The bounds of a service's media. */
    interface Media {

        /** A file at most. */
        @WithDefault("10M")
        MemorySize maxFile();

        /** Files of one caller in an hour. */
        @WithDefault("60")
        int uploadsPerHour();

        /** What one community stores in one service. */
        @WithDefault("5G")
        MemorySize communityStorage();

        /** How long an upload waits to be named by something. */
        @WithDefault("24h")
        Duration unnamedFor();

        /** How long a signed address is good. */
        @WithDefault("1h")
        Duration signedFor();

        /** Pause between two looks for uploads that nothing names. */
        @WithDefault("1m")
        Duration cleanupInterval();
    }
}
