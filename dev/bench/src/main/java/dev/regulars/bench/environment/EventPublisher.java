package dev.regulars.bench.environment;

import static dev.regulars.events.DomainEvent.typeOf;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.regulars.bench.process.Http;
import dev.regulars.events.community.CommunityEvent.MemberJoined;
import dev.regulars.events.community.CommunityEvent.MemberVisited;
import dev.regulars.events.community.CommunityEvent.SessionClosed;
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

/** Publishes events of the synthetic users straight to a topic, as community-service would. */
public final class EventPublisher implements AutoCloseable {

    private static final int PARTITIONS = 3;
    private static final int HOT_EVERY = 3;
    private static final int HOT = 9; // multiples of three below it: three members
    private static final int REPEATED_EVERY = 10;
    private static final int MINUTE = 60;

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

    /** One join of a further user; returns the id of the event. */
    public String sendJoin(String communityId) {
        return send(joined("community.events", communityId, next++ % SyntheticUsers.SIZE));
    }

    /** One visit of a further user; returns the id of the event. */
    public String sendVisit(String communityId) {
        return send(visited(communityId, next++ % SyntheticUsers.SIZE));
    }

    private String send(ProducerRecord<String, String> record) {
        var unused = producer.send(record);
        return new String(record.headers().lastHeader("ce_id").value(), UTF_8);
    }

    /**
     * Closed sessions: a tenth of them twice, every third of one of three members. Returns when the broker has acknowledged all.
     *
     * @param one whether all are sessions of the same member
     * @return the number of sessions without the repeats
     */
    public int sendSessions(String communityId, int count, boolean one) {
        for (int i = 0; i < count; i++) {
            int user = one ? 0 : i % HOT_EVERY == 0 ? i % HOT : next++ % SyntheticUsers.SIZE;
            var record = closed(communityId, user);
            var unused = producer.send(record);
            if (i % REPEATED_EVERY == 0) {
                var unusedRepeat = producer.send(record);
            }
        }
        producer.flush();
        return count;
    }

    private static ProducerRecord<String, String> joined(String topic, String communityId, int user) {
        String account = SyntheticUsers.accountId(user);
        return record(
                topic,
                communityId,
                account,
                typeOf(MemberJoined.class),
                Map.of(
                        "communityId",
                        communityId,
                        "accountId",
                        account,
                        "joinedAt",
                        Instant.now().toString()));
    }

    private static ProducerRecord<String, String> visited(String communityId, int user) {
        String account = SyntheticUsers.accountId(user);
        return record(
                "community.events",
                communityId,
                account,
                typeOf(MemberVisited.class),
                Map.of(
                        "communityId",
                        communityId,
                        "accountId",
                        account,
                        "visitedAt",
                        Instant.now().toString(),
                        "visitCount",
                        1));
    }

    private static ProducerRecord<String, String> closed(String communityId, int user) {
        String account = SyntheticUsers.accountId(user);
        Instant now = Instant.now();
        return record(
                "community.events",
                communityId,
                account,
                typeOf(SessionClosed.class),
                Map.of(
                        "communityId",
                        communityId,
                        "accountId",
                        account,
                        "startedAt",
                        now.minusSeconds(MINUTE).toString(),
                        "endedAt",
                        now.toString(),
                        "timeSpent",
                        MINUTE));
    }

    private static ProducerRecord<String, String> record(
            String topic, String communityId, String account, String type, Map<String, Object> data) {
        var record = new ProducerRecord<>(topic, communityId + ":" + account, Http.text(data));
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_type",
                        type,
                        "ce_subject",
                        account,
                        "ce_time",
                        Instant.now().toString(),
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
