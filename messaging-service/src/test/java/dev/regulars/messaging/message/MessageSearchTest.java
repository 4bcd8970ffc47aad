package dev.regulars.messaging.message;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasSize;

import dev.regulars.messaging.ChatCommunity;
import dev.regulars.messaging.ChatCommunity.Person;
import dev.regulars.messaging.TestIdentity;
import dev.regulars.testkit.KafkaRecords;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MessageSearchTest {

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

    private Response search(String words) {
        return community.as(ben).queryParam("q", words).get("/application/messages/search");
    }
}
