package dev.regulars.eventing.topic;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.regulars.eventing.consumer.ConsumersConfig;
import dev.regulars.eventing.outbox.OutboxConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.ConfigResource.Type;
import org.junit.jupiter.api.Test;

@QuarkusTest
class KafkaTopicsTest {

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    @Inject
    ConsumersConfig consumers;

    @Inject
    Vertx vertx;

    @Test
    void theBrokerMakesNoTopicsYetThoseOfTheServiceExist() throws Exception {
        try (var admin = Admin.create(kafka)) {
            var broker = new ConfigResource(Type.BROKER, "1");
            var config = admin.describeConfigs(Set.of(broker)).all().get(30, SECONDS);
            assertThat(config.get(broker).get("auto.create.topics.enable").value())
                    .isEqualTo("false");
        }
        awaitTopic("messaging.events", 3);
        awaitTopic("rewards.events", 3);
        awaitTopic("notes-service.dead-letters", 1);
    }

    @Test
    void aTopicHasItsOwnNumberOfPartitionsWhereNoneIsConfiguredAndOneThatExistsStaysAsItIs() {
        var topics = new KafkaTopics(vertx, kafka, "another-service", new Webhooks(), new Unconfigured(), consumers);

        topics.start(new StartupEvent());

        awaitTopic("webhook.events", 12);
        awaitTopic("another-service.dead-letters", 1);
        awaitTopic("rewards.events", 3);
        topics.stop(new ShutdownEvent());
    }

    private void awaitTopic(String name, int partitions) {
        await().atMost(Duration.ofSeconds(60)).ignoreExceptions().untilAsserted(() -> assertThat(partitions(name))
                .isEqualTo(partitions));
    }

    private int partitions(String topic) throws Exception {
        try (var admin = Admin.create(kafka)) {
            var found = admin.describeTopics(Set.of(topic)).allTopicNames().get(30, SECONDS);
            return found.get(topic).partitions().size();
        }
    }

    private record Webhooks() implements OutboxConfig {

        @Override
        public Optional<List<String>> alsoTo() {
            return Optional.empty();
        }

        @Override
        public Optional<String> beatOn() {
            return Optional.empty();
        }

        @Override
        public String topic() {
            return "webhook.events";
        }

        @Override
        public Optional<List<String>> collections() {
            return Optional.empty();
        }

        @Override
        public Duration pause() {
            return Duration.ofSeconds(2);
        }

        @Override
        public Duration leftBehind() {
            return Duration.ofSeconds(2);
        }

        @Override
        public int held() {
            return 1;
        }
    }

    private record Unconfigured() implements KafkaTopics.Wanted {

        @Override
        public OptionalInt partitions() {
            return OptionalInt.empty();
        }

        @Override
        public short replicationFactor() {
            return -1;
        }
    }
}
