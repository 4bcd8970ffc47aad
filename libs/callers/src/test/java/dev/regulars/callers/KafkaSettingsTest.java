package dev.regulars.callers;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KafkaSettingsTest {

    private static final String JAAS =
            "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"gateway\" password=\"secret\";";

    @Test
    void propertiesAndEnvironmentVariablesArePassedOn() {
        var config = new SmallRyeConfigBuilder()
                .withSources(
                        new PropertiesConfigSource(
                                Map.of("kafka.security.protocol", "SASL_SSL", "kafka.sasl.mechanism", "SCRAM-SHA-512"),
                                "test",
                                100),
                        new EnvConfigSource(
                                Map.of(
                                        "KAFKA_BOOTSTRAP_SERVERS", "kafka:9093",
                                        "KAFKA_SASL_JAAS_CONFIG", JAAS,
                                        "KAFKA_HEAP_OPTS", "-Xmx1g"),
                                300))
                .build();

        assertThat(new KafkaSettings(config).with(Map.of("enable.auto.commit", false)))
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("sasl.mechanism", "SCRAM-SHA-512")
                .containsEntry("sasl.jaas.config", JAAS)
                .containsEntry("bootstrap.servers", "kafka:9093")
                .containsEntry("enable.auto.commit", false)
                .doesNotContainKey("heap.opts");
    }
}
