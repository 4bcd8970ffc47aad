package dev.regulars.callers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.regulars.events.Topic;
import dev.regulars.local.Ports;
import dev.regulars.local.kafka.LocalKafka;
import dev.regulars.local.kafka.SecureListener;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broker that speaks TLS and wants a password, reached with the settings that an operator gives. */
class SecureBrokerTest {

    private static final String PASSWORD = "broker-secret";

    @TempDir
    Path folder;

    @Test
    void callerChangesArriveFromABrokerWithTlsAndPasswords() throws Exception {
        var listener = new SecureListener(Ports.free(), keystore(), "regulars", PASSWORD);
        try (var kafka = new LocalKafka(listener)) {
            kafka.start();
            KafkaSettings settings = settings(listener, PASSWORD);
            createTopic(settings);
            var invalidations = new CallerInvalidations();
            var changes = new CallerChangeListener(invalidations, new ObjectMapper(), settings);
            changes.start(new StartupEvent());
            try (var producer = new KafkaProducer<>(settings.with(Map.of()), text(), text())) {
                awaitHeartbeat(invalidations, producer);
            } finally {
                changes.stop(new ShutdownEvent());
            }

            assertThatThrownBy(() -> createTopic(settings(listener, "guessed")))
                    .hasCauseInstanceOf(SaslAuthenticationException.class);
        }
    }

    private static void awaitHeartbeat(CallerInvalidations invalidations, KafkaProducer<String, String> producer)
            throws InterruptedException, ExecutionException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!invalidations.isConnected() && System.nanoTime() < end) {
            producer.send(new ProducerRecord<>(Topic.CALLERS.title(), "heartbeat", "{}"))
                    .get();
            Thread.sleep(100);
        }
        assertThat(invalidations.isConnected()).isTrue();
    }

    private static void createTopic(KafkaSettings settings) throws InterruptedException, ExecutionException {
        try (var admin = Admin.create(settings.with(Map.of()))) {
            admin.createTopics(List.of(new NewTopic(Topic.CALLERS.title(), Optional.of(1), Optional.empty())))
                    .all()
                    .get();
        }
    }

    private KafkaSettings settings(SecureListener listener, String password) {
        Map<String, String> given = new HashMap<>();
        given.put("kafka.bootstrap.servers", listener.address());
        given.put("kafka.security.protocol", "SASL_SSL");
        given.put("kafka.sasl.mechanism", "PLAIN");
        given.put(
                "kafka.sasl.jaas.config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%s\" password=\"%s\";"
                        .formatted(listener.user(), password));
        given.put("kafka.ssl.truststore.location", listener.keystore().toString());
        given.put("kafka.ssl.truststore.password", PASSWORD);
        given.put("kafka.ssl.truststore.type", "PKCS12");
        return new KafkaSettings(new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(given, "test", 100))
                .build());
    }

    /** A self-signed certificate for 127.0.0.1. */
    private Path keystore() throws IOException, InterruptedException {
        Path keystore = folder.resolve("broker.p12");
        int status = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/keytool").toString(),
                        "-genkeypair",
                        "-alias",
                        "broker",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=broker",
                        "-ext",
                        "SAN=ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        keystore.toString())
                .inheritIO()
                .start()
                .waitFor();
        assertThat(status).isZero();
        return keystore;
    }

    private static StringSerializer text() {
        return new StringSerializer();
    }
}
