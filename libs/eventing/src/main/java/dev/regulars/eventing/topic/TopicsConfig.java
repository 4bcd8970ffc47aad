package dev.regulars.eventing.topic;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.OptionalInt;

/** How topics are made where they do not exist yet. */
@ConfigMapping(prefix = "regulars.topics")
public interface TopicsConfig {

    /** Partitions of every topic, for a single machine; by default each topic has its own number. */
    OptionalInt partitions();

    /** Copies of each partition; -1 leaves it to the broker. */
    @WithDefault("-1")
    short replicationFactor();
}
