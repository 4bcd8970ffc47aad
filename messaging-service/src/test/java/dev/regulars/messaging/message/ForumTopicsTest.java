package dev.regulars.messaging.message;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.regulars.messaging.ChatCommunity;
import dev.regulars.messaging.ChatCommunity.Person;
import dev.regulars.messaging.TestIdentity;
import dev.regulars.testkit.KafkaRecords;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ForumTopicsTest {

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
}
