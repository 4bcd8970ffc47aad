package dev.regulars.messaging.unread;

import static dev.regulars.testkit.Tokens.service;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.regulars.messaging.ChatCommunity;
import dev.regulars.messaging.ChatCommunity.Person;
import dev.regulars.messaging.TestIdentity;
import dev.regulars.testkit.KafkaRecords;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class UnreadResourceTest {

    KafkaRecords records;
    TestIdentity identity;

    @Test
    void whatOthersWroteIsUnreadUntilItIsRead() {
        var community = new ChatCommunity(records, identity);
        Person ben = community.member("ben");
        Person eve = community.member("eve");
        String channel = community.channel("open");
        community.channelOf(community.role());
        community.sent(channel, ben, "Mine");
        community.sent(channel, eve, "One");
        String gone = community.sent(channel, eve, "Two");
        List<Long> seqs = community.seqs(channel, 3);

        unread(community, ben)
                .then()
                .statusCode(200)
                .body("data", hasSize(1))
                .body("data[0].channelId", equalTo(channel))
                .body("data[0].lastReadSeq", equalTo(0))
                .body("data[0].unread", equalTo(2));
        community.as(eve).delete("/application/messages/{id}", gone).then().statusCode(200);
        await().untilAsserted(() -> unread(community, ben).then().body("data[0].unread", equalTo(1)));
        service("identity-service")
                .body(Map.of("accountId", ben.accountId(), "channelIds", List.of(channel, ChatCommunity.newId())))
                .post("/internal/unread")
                .then()
                .statusCode(200)
                .body("unread." + channel, equalTo(1));

        read(community, ben, channel, seqs.get(1)).then().statusCode(200).body("data.unread", equalTo(0));
        read(community, ben, channel, seqs.get(0))
                .then()
                .body("data.lastReadSeq", equalTo(seqs.get(1)))
                .body("data.unread", equalTo(0));
        read(community, ben, channel, 1L << 52).then().statusCode(400);
    }

    private static Response unread(ChatCommunity community, Person person) {
        return community.as(person).get("/application/communities/{c}/unread", community.id);
    }

    private static Response read(ChatCommunity community, Person person, String channel, long seq) {
        return community
                .as(person)
                .body(Map.of("seq", seq))
                .put("/application/communities/{c}/channels/{id}/read", community.id, channel);
    }
}
