package dev.regulars.faults.invariant;

import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import dev.regulars.faults.scenario.Invariant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;

/** Outboxes, consumer lag and open deliveries are empty, and so are the dead-letter topics. */
public record QueuesDrained(MongoClient mongo, String kafka) implements Invariant {

    private static final Set<String> SYSTEM_DATABASES = Set.of("admin", "config", "local");
    private static final String DEAD_LETTERS = ".dead-letters";

    @Override
    public List<String> violations() {
        List<String> violations = new ArrayList<>();
        for (String name : mongo.listDatabaseNames()) {
            if (!SYSTEM_DATABASES.contains(name)) {
                outboxes(mongo.getDatabase(name), violations);
            }
        }
        var deliveries = mongo.getDatabase("webhook").getCollection("deliveries");
        for (Document open : deliveries.find(ne("state", "DELIVERED"))) {
            violations.add("Delivery %s is %s: %s"
                    .formatted(open.getString("_id"), open.getString("state"), open.getString("reason")));
        }
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            topics(admin, violations);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The broker does not answer", e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("Interrupted", e);
        }
        return violations;
    }

    private static void outboxes(MongoDatabase database, List<String> violations) {
        for (String name : database.listCollectionNames()) {
            for (Document waiting : database.getCollection(name).find(exists("outbox.0"))) {
                for (Document event : waiting.getList("outbox", Document.class)) {
                    violations.add("%s.%s %s has an unpublished event %s %s"
                            .formatted(
                                    database.getName(),
                                    name,
                                    waiting.get("_id"),
                                    event.getString("type"),
                                    event.getString("id")));
                }
            }
        }
    }

    private static void topics(Admin admin, List<String> violations) throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> ends = ends(admin);
        ends.forEach((partition, end) -> {
            if (partition.topic().endsWith(DEAD_LETTERS) && end > 0) {
                violations.add("%s has %d records".formatted(partition.topic(), end));
            }
        });
        for (var group :
                admin.listGroups(ListGroupsOptions.forConsumerGroups()).all().get()) {
            String name = group.groupId();
            Map<TopicPartition, OffsetAndMetadata> read = admin.listConsumerGroupOffsets(name)
                    .partitionsToOffsetAndMetadata()
                    .get();
            read.forEach((partition, offset) -> {
                long end = ends.getOrDefault(partition, 0L);
                if (offset.offset() < end) {
                    violations.add(
                            "%s has committed %d of %d records of %s".formatted(name, offset.offset(), end, partition));
                }
            });
        }
    }

    private static Map<TopicPartition, Long> ends(Admin admin) throws ExecutionException, InterruptedException {
        Set<String> topics = admin.listTopics().names().get();
        Map<TopicPartition, OffsetSpec> wanted = admin.describeTopics(topics).allTopicNames().get().values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        return admin.listOffsets(wanted).all().get().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, one -> one.getValue().offset()));
    }
}
