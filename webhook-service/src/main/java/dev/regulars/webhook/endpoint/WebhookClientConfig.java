package dev.regulars.webhook.endpoint;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Limits of calls to partner endpoints. */
@ConfigMapping(prefix = "regulars.receivers")
public interface WebhookClientConfig {

    /** Networks that may be called although they are not public, such as {@code 127.0.0.0/8}. */
    Optional<List<String>> allowed();

    /** For one attempt, from the DNS lookup to the last byte of the answer. */
    @WithDefault("10s")
    Duration timeLimit();

    /** Waits between attempts; after the last one the delivery has failed. */
    @WithDefault("5s,30s,120s,600s")
    List<Duration> schedule();
}
