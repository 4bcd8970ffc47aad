package dev.regulars.gateway.limits;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** The bounds of one replica of the gateway. */
@ConfigMapping(prefix = "regulars.gateway")
public interface GatewayLimits {

    /** Client connections that are open at once. */
    @WithDefault("10000")
    int maxConnections();

    /** Time from the opening of a connection to the end of its first request header. */
    @WithDefault("10s")
    Duration headerTimeout();

    /** Time that a connection stays open between requests; longer than load balancers keep theirs. */
    @WithDefault("65s")
    Duration idleTimeout();

    /** Time to receive a request body. */
    @WithDefault("30s")
    Duration bodyTimeout();

    /** Memory for all request and response bodies that are held at once; a quarter of the heap by default. */
    Optional<MemorySize> maxHeldBytes();

    /** Time that a service has to respond. */
    @WithDefault("20s")
    Duration upstreamTimeout();

    /** The same where a file is streamed to it. */
    @WithDefault("5m")
    Duration uploadTimeout();

    /** Connections to one replica of a service, in equal shares of the event loops. */
    @WithDefault("256")
    int upstreamConnections();

    /** Requests that wait for a connection to one replica of a service, in equal shares of the event loops. */
    @WithDefault("1024")
    int upstreamQueue();

    /** Requests to a service whose outcome is looked at. */
    @WithDefault("20")
    int circuitWindow();

    /** Part of those that found no replica, or no answer in time, from which on a service is not asked for a while. */
    @WithDefault("80")
    int circuitFailurePercent();

    /** How long it is not asked. */
    @WithDefault("1s")
    Duration circuitPause();

    /** Requests that try it afterwards. */
    @WithDefault("3")
    int circuitTrials();

    /** Time between two reports of which permissions keys needed. */
    @WithDefault("10s")
    Duration keyUsageInterval();

    /** Paths at services to which requests pass without a credential although they are documented with one. */
    Optional<Set<String>> openPaths();
}
