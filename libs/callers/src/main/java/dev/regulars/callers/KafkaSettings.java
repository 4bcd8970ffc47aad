package dev.regulars.callers;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.eclipse.microprofile.config.Config;

/**
 * How to reach Kafka: every configuration property {@code kafka.<setting of a Kafka client>}, or its environment variable, such
 * as {@code KAFKA_BOOTSTRAP_SERVERS} or {@code KAFKA_SASL_JAAS_CONFIG}. The services take the same properties.
 */
@Singleton
class KafkaSettings {

    private static final Pattern PREFIX = Pattern.compile("kafka[._]");

    private final Config config;

    KafkaSettings(Config config) {
        this.config = config;
    }

    /** With {@code specific} settings, which cannot be configured. */
    Map<String, Object> with(Map<String, Object> specific) {
        Map<String, Object> settings = new HashMap<>(Map.of("bootstrap.servers", "localhost:9092"));
        for (String property : config.getPropertyNames()) {
            var name = PREFIX.matcher(property.toLowerCase(Locale.ROOT));
            if (name.lookingAt()) {
                String setting = name.replaceFirst("").replace('_', '.');
                if (ConsumerConfig.configNames().contains(setting)) {
                    config.getOptionalValue(property, String.class).ifPresent(value -> settings.put(setting, value));
                }
            }
        }
        settings.putAll(specific);
        return settings;
    }
}
