package dev.regulars.eventing.consumer;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.util.Map;
import java.util.Optional;

/** What each consumer of a service reads: {@code consumers.<name>.topic} and {@code .group}. Consumers that have both alike read together. */
@ConfigMapping(prefix = "consumers")
public interface ConsumersConfig {

    @WithParentName
    Map<String, Source> byName();

    /** One consumer. */
    interface Source {

        /** The topic it reads. */
        String topic();

        /** Replicas of one group share the partitions. Another name would read the topic from its beginning. */
        String group();

        /** The group it had before; a partition without an offset begins where that one was. */
        Optional<String> formerGroup();

        /** Records kept in the database because their key fails; with so many the partitions wait instead. */
        @WithDefault("100000")
        long parkedAtMost();
    }
}
