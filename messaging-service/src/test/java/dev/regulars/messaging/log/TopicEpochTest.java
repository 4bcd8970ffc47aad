package dev.regulars.messaging.log;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.regulars.events.Topic;
import dev.regulars.local.kafka.LocalKafka;
import dev.regulars.messaging.ChatCommunity;
import dev.regulars.messaging.ChatCommunity.Person;
import dev.regulars.messaging.TestIdentity;
import dev.regulars.messaging.stream.StreamClient;
import dev.regulars.messaging.stream.StreamCredentials;
import dev.regulars.testkit.KafkaRecords;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TopicEpochTest {

    KafkaRecords records;
    TestIdentity identity;
    LocalKafka kafka;

    @Test
    void placesGoOnRisingAndReadersGoOnInATopicThatWasMadeAnew() throws Exception {
        var community = new ChatCommunity(records, identity);
        Person ben = community.member("ben");
        String channel = community.channel("open");
        String credential = StreamCredentials.of(identity, community, ben, "member");
        try (var live = new StreamClient(credential).subscribe(channel)) {
            long last = rises(community, ben, channel);

            follow(live, 23);
            try (var late = new StreamClient(credential).subscribe(channel, last)) {
                assertThat(late.awaitEvents(3))
                        .extracting(event -> event.at("/data/message").asText())
                        .containsExactly("after 0", "after 1", "after 2");
            }
        }
    }

    /** Each once, in order. */
    private static void follow(StreamClient client, int count) {
        assertThat(client.awaitEvents(count))
                .hasSize(count)
                .extracting(event -> event.path("seq").asLong())
                .isSorted()
                .doesNotHaveDuplicates();
    }

    /** A commit under way would reach the new topic and make the group pass over its first records. */
    private static boolean allIsCommitted(Admin admin) throws Exception {
        var committed = admin.listConsumerGroupOffsets("messaging-log")
                .partitionsToOffsetAndMetadata()
                .get();
        var ends = admin.listOffsets(latest(committed.keySet())).all().get();
        return ends.entrySet().stream()
                .allMatch(end ->
                        end.getValue().offset() == committed.get(end.getKey()).offset());
    }

    private static Map<TopicPartition, OffsetSpec> latest(Set<TopicPartition> partitions) {
        return partitions.stream().collect(toMap(identity(), partition -> OffsetSpec.latest()));
    }

    /** The last place before the topic was made anew. */
    private long rises(ChatCommunity community, Person ben, String channel) throws Exception {
        for (int i = 0; i < 20; i++) {
            community.send(channel, ben, "before " + i).then().statusCode(200);
        }
        List<Long> before = community.seqs(channel, 20);

        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka.address()))) {
            await().until(() -> allIsCommitted(admin));
            admin.deleteTopics(List.of(Topic.MESSAGING.title())).all().get();
            await().ignoreExceptions().until(() -> {
                admin.createTopics(List.of(new NewTopic(Topic.MESSAGING.title(), 3, (short) 1)))
                        .all()
                        .get();
                return true;
            });
        }
        for (int i = 0; i < 3; i++) {
            community.send(channel, ben, "after " + i).then().statusCode(200);
        }

        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(community.since(channel, before.getLast()))
                        .extracting(message -> message.get("message"))
                        .containsExactly("after 0", "after 1", "after 2"));
        List<Long> all = community.seqs(channel, 23);
        assertThat(all).isSorted().doesNotHaveDuplicates();
        assertThat(all.getLast() >> 40).isGreaterThan(before.getLast() >> 40);
        return before.getLast();
    }
}
