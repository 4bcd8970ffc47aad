package dev.regulars.eventing.topic;

import dev.regulars.eventing.consumer.ConsumersConfig;
import dev.regulars.eventing.outbox.OutboxConfig;
import dev.regulars.eventing.worker.Poller;
import dev.regulars.events.Topic;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Makes the topics that this service writes and reads, as soon as the broker is there; the broker makes none by itself. A
 * service does not wait for it: its outbox and its consumers can.
 */
@ApplicationScoped
class KafkaTopics {

    private static final Duration DEAD_LETTERS_ARE_KEPT = Duration.ofDays(30);

    /** How topics are made where they do not exist yet. */
    @ConfigMapping(prefix = "regulars.topics")
    interface Wanted {

        /** Partitions of every topic, for a single machine; by default each topic has its own number. */
        OptionalInt partitions();

        /** Copies of each partition; -1 leaves it to the broker. */
        @WithDefault("-1")
        short replicationFactor();
    }

    private final Map<String, Object> kafka;
    private final String service;
    private final OutboxConfig outbox;
    private final Wanted config;
    private final ConsumersConfig consumers;
    private final Poller poller;

    KafkaTopics(
            Vertx vertx,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "quarkus.application.name") String service,
            OutboxConfig outbox,
            Wanted config,
            ConsumersConfig consumers) {
        this.kafka = kafka;
        this.service = service;
        this.outbox = outbox;
        this.config = config;
        this.consumers = consumers;
        this.poller = Poller.every(vertx, Duration.ofSeconds(1), "Making the topics", this::make);
    }

    void start(@Observes StartupEvent started) {
        poller.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        poller.stop();
    }

    private Uni<Void> make() {
        return Uni.createFrom()
                .item(() -> Admin.create(kafka))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()) // it looks names up
                .chain(this::makeAll);
    }

    private Uni<Void> makeAll(Admin admin) {
        List<Uni<Void>> all = topics().stream().map(topic -> make(admin, topic)).toList();
        return Uni.join()
                .all(all)
                .andFailFast()
                .invoke(poller::stop)
                .eventually(() -> admin.close(Duration.ZERO))
                .replaceWithVoid();
    }

    private static Uni<Void> make(Admin admin, NewTopic topic) {
        return Uni.createFrom()
                .completionStage(() -> admin.createTopics(List.of(topic)).all().toCompletionStage())
                .onFailure(KafkaTopics::exists)
                .recoverWithNull();
    }

    private List<NewTopic> topics() {
        Set<String> names = new TreeSet<>(outbox.alsoTo().orElse(List.of()));
        names.add(outbox.topic());
        consumers.byName().values().forEach(consumer -> names.add(consumer.topic()));
        List<NewTopic> topics = new ArrayList<>();
        names.forEach(name -> topics.add(topic(Topic.named(name))));
        topics.add(topic(service + ".dead-letters", 1, DEAD_LETTERS_ARE_KEPT));
        return topics;
    }

    private NewTopic topic(Topic topic) {
        int most = config.partitions().orElse(topic.partitions());
        return topic(topic.title(), Math.min(most, topic.partitions()), topic.retention());
    }

    private NewTopic topic(String name, int partitions, Duration retention) {
        return new NewTopic(name, partitions, config.replicationFactor())
                .configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, String.valueOf(retention.toMillis())));
    }

    private static boolean exists(Throwable failure) {
        Throwable cause = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
        return cause instanceof TopicExistsException;
    }
}
