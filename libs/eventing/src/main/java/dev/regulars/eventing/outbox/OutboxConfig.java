package dev.regulars.eventing.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How the events of a service get to Kafka. */
@ConfigMapping(prefix = "outbox")
public interface OutboxConfig {

    /** The service's own topic. */
    String topic();

    /** Topics beside it that some of its events go to. */
    Optional<List<String>> alsoTo();

    /** Collections whose documents have events. */
    Optional<List<String>> collections();

    /** The one topic whose readers must know within a second and a half that they are cut off from it. */
    Optional<String> beatOn();

    /** Pause between two sweeps, give or take half of it. */
    @WithDefault("2s")
    Duration pause();

    /** Age from which an event counts as left behind. */
    @WithDefault("2s")
    Duration leftBehind();

    /** Events one replica holds in memory; beyond it they wait in their documents for a sweep. */
    @WithDefault("10000")
    int held();
}
