package dev.regulars.bench.environment;

import static dev.regulars.events.DomainEvent.typeOf;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.regulars.bench.process.Http;
import dev.regulars.events.community.CommunityEvent.MemberJoined;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Publishes join events of the synthetic users straight to a topic, as community-service would. */
public final class EventPublisher implements AutoCloseable {

    private static final int PARTITIONS = 3;

    private final Map<String, Object> kafka;
    private final Producer<String, String> producer;
    private int next;

    public EventPublisher(String servers) {
        kafka = Map.of("bootstrap.servers", servers, "linger.ms", 5);
        producer = new KafkaProducer<>(kafka, new StringSerializer(), new StringSerializer());
    }

    /** Creates a topic with the settings of a sandbox. */
    public void make(String topic) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.get("bootstrap.servers")))) {
            admin.createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 1)))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Topic " + topic + " cannot be made", e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("Interrupted", e);
        }
    }

    /** Returns when the broker has acknowledged all. */
    public void send(String topic, String communityId, int count) {
        for (int i = 0; i < count; i++) {
            var unused = producer.send(joined(topic, communityId, next++ % SyntheticUsers.SIZE));
        }
        producer.flush();
    }

    private static ProducerRecord<String, String> joined(String topic, String communityId, int user) {
        String account = SyntheticUsers.accountId(user);
        String now = Instant.now().toString();
        String data = Http.text(Map.of("communityId", communityId, "accountId", account, "joinedAt", now));
        var record = new ProducerRecord<>(topic, communityId + ":" + account, data);
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_type",
                        typeOf(MemberJoined.class),
                        "ce_subject",
                        account,
                        "ce_time",
                        now,
                        "ce_epoch",
                        "" + System.currentTimeMillis(),
                        "ce_n",
                        "1",
                        "ce_source",
                        "/community-service",
                        "content-type",
                        "application/json")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        return record;
    }

    @Override
    public void close() {
        producer.close();
    }
}
