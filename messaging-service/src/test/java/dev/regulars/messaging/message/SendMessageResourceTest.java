package dev.regulars.messaging.message;

import static dev.regulars.testkit.Tokens.key;
import static dev.regulars.testkit.Tokens.userKey;
import static dev.regulars.testkit.Tokens.userKeyIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.regulars.events.Topic;
import dev.regulars.events.community.CommunityEvent.MemberLeft;
import dev.regulars.events.community.CommunityEvent.MemberSuspended;
import dev.regulars.messaging.ChatCommunity;
import dev.regulars.messaging.ChatCommunity.Person;
import dev.regulars.messaging.TestIdentity;
import dev.regulars.testkit.Concurrently;
import dev.regulars.testkit.KafkaRecords;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SendMessageResourceTest {

    KafkaRecords records;
    TestIdentity identity;
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
    void aKeySendsRepliesAndReactsInTheNameOfAMember() {
        community
                .send(channel, ben, "Hello!", "images", List.of("https://example.com/a.png"))
                .then()
                .statusCode(200)
                .body("status", equalTo("success"))
                .body("message", equalTo("Message send successfully"))
                .body("data", nullValue());
        String id = community.list("channel_id=" + channel).path("data.messages[0].id");
        community
                .byKey()
                .body(Map.of("messageId", id, "message", "Welcome!", "sender", ben.email()))
                .post("/integration/messages/reply")
                .then()
                .statusCode(200)
                .body("message", equalTo("Message reply successfully"));
        react(id, ":sparkling_heart:").then().statusCode(200).body("message", equalTo("Reaction added successfully"));
        react(id, ":sparkling_heart:").then().statusCode(200);

        community
                .list("channel_id=" + channel)
                .then()
                .statusCode(200)
                .body("message", equalTo("messages fetched successfully"))
                .body("data.total", equalTo(2))
                .body("data.messages.message", contains("Welcome!", "Hello!"))
                .body("data.messages[1].images", contains("https://example.com/a.png"))
                .body("data.messages[1].user.user_id", equalTo(ben.userId()))
                .body("data.messages[1].user.email", equalTo(ben.email()))
                .body("data.messages[1].channel.name", equalTo("General"));
        assertThat(records.typesAbout(Topic.MESSAGING, community.id + ":" + channel, 3))
                .containsExactly(
                        "messaging.message.sent.v1", "messaging.message.sent.v1", "messaging.message.reacted.v1");
    }

    @Test
    void peopleAndTheirKeysWriteAsThemselves() {
        Map<String, Object> body = Map.of("channelId", channel, "message", "Me");
        community.as(ben).body(body).post("/integration/messages/send").then().statusCode(200);
        userKey(ben.accountId(), community.id, "sendMessages")
                .body(body)
                .post("/integration/messages")
                .then()
                .statusCode(200);
        userKeyIn(List.of(ChatCommunity.newId()), ben.accountId(), community.id, "sendMessages")
                .body(body)
                .post("/integration/messages/send")
                .then()
                .statusCode(401)
                .body("message", equalTo("Insufficient permission"));
        community
                .as(ben)
                .body(Map.of("channelId", channel, "message", "You", "sender", community.owner.username()))
                .post("/integration/messages/send")
                .then()
                .statusCode(401);
        community
                .as(community.owner)
                .body(Map.of("channelId", channel, "message", "For Ben", "sender", ben.username()))
                .post("/integration/messages/send")
                .then()
                .statusCode(200);
        community
                .as(ben)
                .get("/integration/messages?email=" + ben.email())
                .then()
                .body("data.total", equalTo(3))
                .body("data.messages[0].user.email", equalTo(ben.email()));
        community
                .as(community.member("eve"))
                .get("/integration/messages?user_id=" + ben.accountId())
                .then()
                .body("data.total", equalTo(3))
                .body("data.messages[0].user.email", nullValue());
    }

    @Test
    void whatIsEmptyTooLongOrUnknownIsRefused() {
        send(Map.of("channelId", channel, "sender", ben.username())).body("message", equalTo("message is required"));
        send(Map.of("channelId", channel, "sender", ben.username(), "message", " ", "images", List.of()))
                .statusCode(400);
        send(Map.of("channelId", channel, "message", "Hi")).body("message", equalTo("sender is required"));
        send(Map.of("channelId", channel, "sender", ben.username(), "message", "x".repeat(10_001)))
                .statusCode(400)
                .body("message", equalTo("message must be at most 10000 characters"));
        send(Map.of("channelId", channel, "sender", ben.username(), "message", "😀".repeat(10_000)))
                .statusCode(200);
        send(Map.of("channelId", channel, "sender", "nobody", "message", "Hi")).statusCode(404);
        send(Map.of("channelId", ChatCommunity.newId(), "sender", ben.username(), "message", "Hi"))
                .statusCode(404)
                .body("message", equalTo("Record Not Found"));
        send(Map.of("channelId", channel, "sender", ben.username(), "images", List.of("javascript:alert(1)")))
                .statusCode(400);
        String id = community.sent(channel, ben, "Hi");
        react(id, ":no_such_emoji:").then().statusCode(400).body("message", containsString("emoji must be"));
        react(id, "tada").then().statusCode(400);
        react(ChatCommunity.newId(), ":tada:").then().statusCode(404);
        key(community.id, "getMessages")
                .body(Map.of("channelId", channel, "sender", ben.username(), "message", "Hi"))
                .post("/integration/messages/send")
                .then()
                .statusCode(401);
    }

    @Test
    void whoeverIsSuspendedGoneOrDoesNotSeeTheChannelDoesNotWrite() {
        String gold = community.role();
        String hidden = community.channelOf(gold);
        Person member = community.member("gil", gold);
        community.send(hidden, member, "Psst").then().statusCode(200);
        community.send(hidden, ben, "Psst").then().statusCode(404);
        community
                .as(ben)
                .get("/integration/messages?channel_id=" + hidden)
                .then()
                .statusCode(404);
        community.as(ben).get("/integration/messages").then().body("data.messages", hasSize(0));
        String id = community.sent(hidden, member, "Psst");
        community
                .as(ben)
                .body(Map.of("messageId", id, "message", "What?"))
                .post("/integration/messages/reply")
                .then()
                .statusCode(404);
        community
                .as(ben)
                .body(Map.of("messageId", id, "emoji", ":tada:"))
                .post("/integration/messages/react")
                .then()
                .statusCode(404);

        community.tell(
                new MemberSuspended(community.id, ben.accountId(), Instant.now().plusSeconds(60)), 3);
        Awaitility.await().untilAsserted(() -> community
                .send(channel, ben, "May I?")
                .then()
                .statusCode(401)
                .body("message", equalTo("Insufficient permission")));
        community
                .as(ben)
                .get("/integration/messages?channel_id=" + channel)
                .then()
                .statusCode(200);
        community.tell(new MemberLeft(community.id, ben.accountId(), Instant.now(), Instant.now()), 4);
        Awaitility.await().untilAsserted(() -> community
                .as(ben)
                .get("/integration/messages?channel_id=" + channel)
                .then()
                .statusCode(404));
        community.send(channel, ben, "May I?").then().statusCode(401);
    }

    @Test
    void underOneClientKeyASenderSendsOneMessage() {
        List<Integer> statuses = Concurrently.call(8, n -> community
                .send(channel, ben, "Once", "clientMessageId", "order-1")
                .statusCode());

        assertThat(statuses).containsOnly(200);
        community
                .byKey()
                .header("Idempotency-Key", "order-1")
                .body(Map.of("channelId", channel, "message", "Once", "sender", ben.username()))
                .post("/integration/messages/send")
                .then()
                .statusCode(200);
        community.list("channel_id=" + channel).then().body("data.total", equalTo(1));
        community
                .send(channel, ben, "Twice", "clientMessageId", "order-1")
                .then()
                .statusCode(422)
                .body("message", equalTo("Idempotency-Key used with another body"));
        community
                .send(channel, community.owner, "Once", "clientMessageId", "order-1")
                .then()
                .statusCode(200);
        community.list("channel_id=" + channel).then().body("data.total", equalTo(2));
    }

    private io.restassured.response.Response react(String id, String emoji) {
        return community
                .byKey()
                .body(Map.of("messageId", id, "emoji", emoji, "sender", ben.username()))
                .post("/integration/messages/react");
    }

    private io.restassured.response.ValidatableResponse send(Map<String, Object> body) {
        return community.byKey().body(body).post("/integration/messages/send").then();
    }
}
