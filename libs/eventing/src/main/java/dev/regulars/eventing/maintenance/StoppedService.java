package dev.regulars.eventing.maintenance;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * The data and topics of the service whose class path this is, as its {@code application.properties} and the environment
 * name them.
 */
record StoppedService(Properties settings, Map<String, String> environment) {

    static StoppedService load() {
        var settings = new Properties();
        try (InputStream file = StoppedService.class.getResourceAsStream("/application.properties")) {
            if (file == null) {
                throw new IllegalStateException("Run this with the class path of a service");
            }
            settings.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new StoppedService(settings, System.getenv());
    }

    String name() {
        return settings.getProperty("quarkus.application.name");
    }

    String database() {
        return settings.getProperty("quarkus.mongodb.database");
    }

    /** Collections whose documents have a version and events. */
    List<String> versioned() {
        return list("outbox.collections");
    }

    /** Further fields with an epoch, as {@code collection.field}. */
    List<String> epochs() {
        return list("maintenance.epochs");
    }

    /** The topics that only this service writes. */
    List<String> topics() {
        List<String> topics = new ArrayList<>(List.of(settings.getProperty("outbox.topic")));
        topics.addAll(list("outbox.also-to"));
        return topics;
    }

    MongoClient mongo() {
        return MongoClients.create(required("MONGODB_URI"));
    }

    /** The settings of Kafka's clients, which are environment variables that begin with {@code KAFKA_}. */
    Map<String, Object> kafka() {
        Map<String, Object> kafka = new HashMap<>();
        kafka.put("bootstrap.servers", required("KAFKA_BOOTSTRAP_SERVERS"));
        environment.forEach((name, value) -> {
            if (name.startsWith("KAFKA_")) {
                kafka.put(name.substring(6).toLowerCase(Locale.ROOT).replace('_', '.'), value);
            }
        });
        return kafka;
    }

    private String required(String variable) {
        String value = environment.get(variable);
        if (value == null) {
            throw new IllegalStateException(variable + " is not set");
        }
        return value;
    }

    private List<String> list(String property) {
        String value = settings.getProperty(property, "");
        return value.isEmpty() ? List.of() : List.of(value.split(","));
    }
}
