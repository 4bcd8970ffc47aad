package dev.regulars.gateway.token;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;

/** The Kafka cluster with the topic of caller changes. */
@ConfigMapping(prefix = "kafka")
interface KafkaConfig {

    /** Addresses of brokers, separated by commas. */
    @WithName("bootstrap.servers")
    @WithDefault("localhost:9092")
    String servers();
}
