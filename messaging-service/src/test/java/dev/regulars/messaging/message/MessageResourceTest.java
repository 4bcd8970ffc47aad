package dev.regulars.messaging.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import dev.regulars.messaging.ChatCommunity;
import dev.regulars.messaging.ChatCommunity.Person;
import dev.regulars.messaging.TestIdentity;
import dev.regulars.testkit.KafkaRecords;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MessageResourceTest {

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
    void authorsEditAndDeleteAndModeratorsDelete() {
        String id = community.sent(channel, ben, "Helo");
        Person eve = community.member("eve");
        Person mod = community.member("mod", community.role("manage_messages"));

        community
                .as(ben)
                .body(Map.of("message", "Hello"))
                .patch("/application/messages/{id}", id)
                .then()
                .statusCode(200)
                .body("message", equalTo("Update message success."))
                .body("data.message", equalTo("Hello"))
                .body("data.edited_at", notNullValue());
        community
                .byKey()
                .body(Map.of("message", "Hello!", "sender", ben.username()))
                .patch("/application/messages/{id}", id)
                .then()
                .statusCode(200);
        for (Person other : List.of(eve, mod)) {
            community
                    .as(other)
                    .body(Map.of("message", "Mine"))
                    .patch("/application/messages/{id}", id)
                    .then()
                    .statusCode(401);
        }
        community
                .as(ben)
                .body(Map.of("message", " "))
                .patch("/application/messages/{id}", id)
                .then()
                .statusCode(400);
        community.as(eve).delete("/application/messages/{id}", id).then().statusCode(401);
        community
                .as(mod)
                .delete("/application/messages/{id}", id)
                .then()
                .statusCode(200)
                .body("data.message", equalTo(""))
                .body("data.deleted_at", notNullValue());
        community.as(mod).delete("/application/messages/{id}", id).then().statusCode(404);
        community.list("channel_id=" + channel).then().body("data.total", equalTo(0));
    }

    @Test
    void aReplyOutlivesItsParent() {
        String parent = community.sent(channel, ben, "Question");
        for (String text : List.of("One", "Two")) {
            community
                    .as(ben)
                    .body(Map.of("messageId", parent, "message", text))
                    .post("/integration/messages/reply")
                    .then()
                    .statusCode(200);
        }
        community.as(ben).delete("/application/messages/{id}", parent).then().statusCode(200);

        String reply = community.list("channel_id=" + channel).path("data.messages[0].id");
        for (String named : List.of(parent, reply)) {
            community
                    .as(ben)
                    .get("/application/messages/{id}/thread", named)
                    .then()
                    .statusCode(200)
                    .body("data.message", contains("", "One", "Two"))
                    .body("data[1].reply_to", equalTo(parent));
        }
        community
                .as(ben)
                .body(Map.of("messageId", parent, "message", "Three"))
                .post("/integration/messages/reply")
                .then()
                .statusCode(404);
    }

    @Test
    void reactionsAreCountedAndTakenBack() {
        String id = community.sent(channel, ben, "Party");
        for (Person one : List.of(ben, community.owner)) {
            community
                    .as(one)
                    .body(Map.of("messageId", id, "emoji", ":tada:"))
                    .post("/integration/messages/react")
                    .then()
                    .statusCode(200);
        }
        community
                .as(ben)
                .get("/application/messages/{id}/thread", id)
                .then()
                .body("data[0].reactions[0].emoji", equalTo(":tada:"))
                .body("data[0].reactions[0].total", equalTo(2));
        community
                .as(ben)
                .delete("/application/messages/{id}/reactions/{emoji}", id, ":tada:")
                .then()
                .statusCode(200)
                .body("data.reactions[0].total", equalTo(1));
        community
                .as(ben)
                .delete("/application/messages/{id}/reactions/{emoji}", id, ":tada:")
                .then()
                .statusCode(404);
        community
                .byKey()
                .delete(
                        "/application/messages/{id}/reactions/{emoji}?sender={s}",
                        id,
                        ":tada:",
                        community.owner.email())
                .then()
                .statusCode(200)
                .body("data.reactions", hasSize(0));
    }

    @Test
    void wordsAreFoundAndPatternsAreNot() {
        community.sent(channel, ben, "The quick brown Fox, über alles");
        community.sent(channel, ben, "A quick answer");
        String hidden = community.channelOf(community.role());
        community.sent(hidden, community.owner, "A quick secret");

        search("quick").then().statusCode(200).body("data.message", hasSize(2));
        search("FOX quick").then().body("data.message", contains("The quick brown Fox, über alles"));
        search("über").then().body("data", hasSize(1));
        search("qu.*").then().body("data", hasSize(0));
        search("the").then().body("data", hasSize(1));
        search("-quick").then().body("data", hasSize(2));
        search("...").then().statusCode(400);
        community
                .byKey()
                .get("/application/messages/search?q=quick")
                .then()
                .body(
                        "data.message",
                        containsInAnyOrder("The quick brown Fox, über alles", "A quick answer", "A quick secret"));
    }

    @Test
    void forumsHaveTopics() {
        String forum = community.channel("forum");
        community
                .byKey()
                .body(Map.of("channelId", forum, "message", "Hi", "sender", ben.username()))
                .post("/integration/messages/send")
                .then()
                .statusCode(400)
                .body("message", equalTo("forumTopicId is required"));
        String topic = community
                .byKey()
                .body(Map.of("title", "Openings", "sender", ben.username(), "message", "Which one?"))
                .post("/integration/channels/{id}/topics", forum)
                .then()
                .statusCode(201)
                .body("message", equalTo("Topic created successfully"))
                .body("data.title", equalTo("Openings"))
                .body("data.total", equalTo(1))
                .body("data.user.email", equalTo(ben.email()))
                .extract()
                .path("data._id");
        community.send(forum, ben, "e4", "forumTopicId", topic).then().statusCode(200);
        community
                .send(forum, ben, "e4", "forumTopicId", ChatCommunity.newId())
                .then()
                .statusCode(404);
        community.send(channel, ben, "e4", "forumTopicId", topic).then().statusCode(400);
        community
                .list("forum_topic_id=" + topic)
                .then()
                .body("data.messages.message", contains("e4", "Which one?"))
                .body("data.messages[0].forum_topic_id", equalTo(topic));
        community
                .as(ben)
                .get("/integration/channels/{id}/topics", forum)
                .then()
                .statusCode(200)
                .body("data.topics[0]._id", equalTo(topic))
                .body("data.topics[0].total", equalTo(2))
                .body("data.topics[0].last_message_at", notNullValue());
        community
                .byKey()
                .body(Map.of("title", "No", "sender", ben.username()))
                .post("/integration/channels/{id}/topics", channel)
                .then()
                .statusCode(400);
    }

    @Test
    void aChannelIsReadInItsOrder() {
        String first = community.sent(channel, ben, "One");
        community.sent(channel, ben, "Two");
        List<Long> seqs = community.seqs(channel, 2);
        assertThat(seqs).isSorted().doesNotHaveDuplicates();
        community
                .as(ben)
                .body(Map.of("message", "One!"))
                .patch("/application/messages/{id}", first)
                .then()
                .statusCode(200);

        await().untilAsserted(() -> assertThat(community.since(channel, seqs.getLast()))
                .singleElement()
                .satisfies(one -> assertThat(one).containsEntry("id", first).containsEntry("message", "One!")));
        community
                .as(ben)
                .get(
                        "/application/communities/{c}/channels/{id}/messages?since=9007199254740000",
                        community.id,
                        channel)
                .then()
                .statusCode(400);
    }

    private io.restassured.response.Response search(String words) {
        return community.as(ben).queryParam("q", words).get("/application/messages/search");
    }
}
