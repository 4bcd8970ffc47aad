package dev.regulars.webhook.receiver;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How this installation deals with partners' endpoints. */
@ConfigMapping(prefix = "regulars.receivers")
public interface ReceiversConfig {

    /** Networks that receivers may be in although they are not public, such as {@code 127.0.0.0/8}. */
    Optional<List<String>> allowed();

    /** For one attempt, from looking up the name to the last byte of the answer. */
    @WithDefault("10s")
    Duration timeLimit();

    /** Waits between attempts; after the last one a message has failed. */
    @WithDefault("5s,30s,120s,600s")
    List<Duration> schedule();
}
