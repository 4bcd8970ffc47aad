package dev.regulars.webhook.endpoint;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Which endpoints may be called, and the limits of a call. */
@ConfigMapping(prefix = "regulars.endpoints")
public interface WebhookClientConfig {

    /** Networks that may be called although they are not public, by plain http and on any port, such as {@code 127.0.0.0/8}. */
    Optional<List<String>> allowedNetworks();

    /** Whether endpoints may use plain http. */
    @WithDefault("false")
    boolean plainHttp();

    /** Ports that endpoints may use: numbers and ranges. */
    @WithDefault("443,1024-65535")
    List<String> ports();

    /** Name servers to query, as {@code address:port}, instead of those of the system. */
    Optional<List<String>> nameServers();

    /** For one attempt, from the DNS lookup to the last byte of the answer. */
    @WithDefault("10s")
    Duration timeLimit();

    /** Waits between attempts; after the last one the delivery has failed. */
    @WithDefault("5s,30s,120s,600s")
    List<Duration> schedule();

    /** Version that endpoints read in {@code User-Agent}. */
    @WithDefault("${quarkus.application.version}")
    String version();
}
