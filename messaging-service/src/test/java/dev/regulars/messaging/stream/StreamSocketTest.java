package dev.regulars.messaging.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.regulars.events.Topic;
import dev.regulars.events.community.ChannelOverwrite;
import dev.regulars.events.identity.CallerChanged;
import dev.regulars.events.identity.CallerChanged.Scope;
import dev.regulars.local.kafka.LocalKafka;
import dev.regulars.messaging.ChatCommunity;
import dev.regulars.messaging.ChatCommunity.Person;
import dev.regulars.messaging.TestIdentity;
import dev.regulars.testkit.KafkaRecords;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class StreamSocketTest {

    KafkaRecords records;
    TestIdentity identity;
    LocalKafka kafka;
    ChatCommunity community;
    Person ben;
    String channel;

    @BeforeEach
    void found() {
        community = new ChatCommunity(records, identity);
        ben = community.member("ben");
        channel = community.channel("open");
    }

    @Test
    void aClientIsToldWhatHappensInOrderAndGoesOnWhereItWas() {
        String credential = credential(ben);
        long last;
        try (var client = new StreamClient(credential)) {
            client.subscribe(channel);
            String id = community.sent(channel, ben, "One");
            community.as(ben).body(Map.of("message", "One!")).patch("/application/messages/{id}", id);
            react(id);
            community.as(ben).delete("/application/messages/{id}/reactions/{e}", id, ":tada:");
            community.as(ben).delete("/application/messages/{id}", id);

            var events = client.awaitEvents(5);
            assertThat(events)
                    .extracting(event -> event.path("type").asText())
                    .containsExactly(
                            "message", "message_edited", "reaction_added", "reaction_removed", "message_deleted");
            assertThat(events)
                    .extracting(event -> event.path("seq").asLong())
                    .isSorted()
                    .doesNotHaveDuplicates();
            assertThat(events.getFirst().path("channel").asText()).isEqualTo(channel);
            assertThat(events.getFirst().at("/data/id").asText()).isEqualTo(id);
            assertThat(events.getFirst().at("/data/user/email").isMissingNode()).isTrue();
            assertThat(events.get(2).at("/data/emoji").asText()).isEqualTo(":tada:");
            last = events.getLast().path("seq").asLong();
        }
        community.sent(channel, ben, "While away");
        try (var client = new StreamClient(credential)) {
            client.subscribe(channel, last);
            community.sent(channel, ben, "Back");

            assertThat(client.awaitEvents(2))
                    .extracting(event -> event.at("/data/message").asText())
                    .containsExactly("While away", "Back");
        }
    }

    @Test
    void whoIsFarBehindGetsAllOfItOnce() {
        for (int i = 0; i < 260; i++) {
            community.send(channel, ben, "m" + i);
        }
        try (var client = new StreamClient(credential(ben))) {
            client.subscribe(channel, 0);

            assertThat(client.awaitEvents(260))
                    .extracting(event -> event.at("/data/message").asText())
                    .containsExactlyElementsOf(java.util.stream.IntStream.range(0, 260)
                            .mapToObj(i -> "m" + i)
                            .toList());
        }
    }

    @Test
    void aCredentialMayComeWithTheFirstFrame() {
        try (var client = new StreamClient("")) {
            client.say("{\"type\":\"auth\",\"token\":\"" + credential(ben) + "\"}")
                    .subscribe(channel);
            client.say("{\"type\":\"ping\"}");
            await().until(() -> client.of("pong").size() == 1);
        }
        try (var late = new StreamClient("");
                var first = new StreamClient("");
                var unknown = new StreamClient("unknown")) {
            first.say("{\"type\":\"ping\"}");
            assertThat(unknown.awaitClose()).isEqualTo(4401);
            assertThat(first.awaitClose()).isEqualTo(4401);
            assertThat(late.awaitClose()).isEqualTo(4401);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello",
                "[]",
                "null",
                "{}",
                "{\"type\":\"dance\"}",
                "{\"type\":\"subscribe\"}",
                "{\"type\":\"subscribe\",\"channels\":[null]}",
                "{\"type\":\"subscribe\",\"channels\":[{\"id\":\"x\"}]}",
                "{\"type\":\"typing\",\"channel\":\"x\"}"
            })
    void aFrameThatIsNoneEndsTheStream(String frame) {
        try (var client = new StreamClient(credential(ben))) {
            client.say(frame);
            assertThat(client.awaitClose()).isEqualTo(4400);
        }
    }

    @Test
    void aFrameOfAMegabyteAndAPlaceOfTheFutureEndTheStream() {
        try (var client = new StreamClient(credential(ben))) {
            client.say("{\"type\":\"subscribe\",\"channels\":[{\"id\":\"" + "f".repeat(1 << 20) + "\"}]}");
            assertThat(client.awaitClose()).isIn(4400, 1009);
        }
        try (var client = new StreamClient(credential(ben))) {
            client.subscribe(channel, 1L << 52);
            assertThat(client.awaitClose()).isEqualTo(4400);
        }
    }

    @Test
    void aChannelThatOneDoesNotSeeIsNotAllowed() {
        String hidden = community.channelOf(community.role());
        try (var client = new StreamClient(credential(ben))) {
            client.subscribe(hidden, 0);
            assertThat(client.awaitClose()).isEqualTo(4403);
        }
        try (var client = new StreamClient(credential(ben))) {
            client.subscribe(channel);
            community.overwrite(
                    channel, 2, new ChannelOverwrite("role", community.id, List.of(), List.of("view_message_history")));
            assertThat(client.awaitClose()).isEqualTo(4403);
            assertThat(client.of("resume").getFirst().at("/channels/0/id").asText())
                    .isEqualTo(channel);
        }
    }

    @Test
    void aCallerWhoChangedIsClosed() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka.address()))) {
            if (!admin.listTopics().names().get().contains(Topic.CALLERS.title())) {
                admin.createTopics(List.of(new NewTopic(Topic.CALLERS.title(), 1, (short) 1)))
                        .all()
                        .get();
            }
        }
        String credential = credential(ben);
        try (var client = new StreamClient(credential)) {
            client.subscribe(channel);
            identity.revoke(credential);
            // the listener may just be connecting
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                records.put(Topic.CALLERS, new CallerChanged(Scope.ACCOUNT, ben.accountId(), null), 1);
                return !client.of("resume").isEmpty();
            });
            assertThat(client.awaitClose()).isEqualTo(4401);
        }
    }

    @Test
    void othersAreToldThatSomebodyTypes() {
        try (var one = new StreamClient(credential(ben));
                var other = new StreamClient(credential(community.owner))) {
            one.subscribe(channel);
            other.subscribe(channel);
            one.say("{\"type\":\"typing\",\"channel\":\"" + channel + "\"}");
            await().until(() -> other.of("typing").size() == 1);
            assertThat(one.of("typing")).isEmpty();
        }
    }

    private void react(String id) {
        community
                .as(ben)
                .body(Map.of("messageId", id, "emoji", ":tada:"))
                .post("/integration/messages/react")
                .then()
                .statusCode(200);
    }

    private String credential(Person person) {
        return StreamCredentials.of(identity, community, person, "member");
    }
}
