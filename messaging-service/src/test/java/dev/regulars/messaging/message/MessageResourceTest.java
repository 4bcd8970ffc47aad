package dev.regulars.messaging.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
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
}
