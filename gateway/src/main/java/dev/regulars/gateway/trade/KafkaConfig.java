package dev.regulars.gateway.trade;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;

/** Where changes of callers are heard. */
@ConfigMapping(prefix = "kafka")
interface KafkaConfig {

    /** The brokers, as Kafka's clients are told. */
    @WithName("bootstrap.servers")
    @WithDefault("localhost:9092")
    String servers();
}
