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

    /**
     * Windows between attempts, three days in all. Each further attempt is made at a random moment of its window; after the last
     * one the delivery has failed.
     */
    @WithDefault("5s,30s,2m,10m,30m,2h,5h,10h,14h,20h,20h")
    List<Duration> schedule();

    /** Failed attempts in a row after which an endpoint is given a rest. */
    @WithDefault("10")
    int restAfter();

    /** The first rest; each further one is twice as long, up to the longest. */
    @WithDefault("5s")
    Duration rest();

    /** The longest rest. */
    @WithDefault("5m")
    Duration longestRest();

    /** Version that endpoints read in {@code User-Agent}. */
    @WithDefault("${quarkus.application.version}")
    String version();
}
