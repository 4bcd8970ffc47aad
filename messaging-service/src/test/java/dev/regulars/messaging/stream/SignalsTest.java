package dev.regulars.messaging.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.regulars.events.community.CommunityEvent.SessionClosed;
import dev.regulars.events.community.CommunityEvent.SessionOpened;
import dev.regulars.messaging.ChatCommunity;
import dev.regulars.messaging.ChatCommunity.Person;
import dev.regulars.messaging.TestIdentity;
import dev.regulars.testkit.KafkaRecords;
import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SignalsTest {

    @Inject
    ReactiveMongoClient mongo;

    KafkaRecords records;
    TestIdentity identity;
    ChatCommunity community;
    Person ben;
    Person eve;
    String channel;

    @BeforeEach
    void found() {
        community = new ChatCommunity(records, identity);
        ben = community.member("ben");
        eve = community.member("eve");
        channel = community.channel("open");
    }

    @Test
    void clientsAreToldWhoComesAndGoes() {
        try (var client = client(ben, "member").subscribe(channel)) {
            Instant now = Instant.now();
            community.tell(new SessionOpened(community.id, eve.accountId(), now), 1);
            await().until(() -> client.of("presence").size() == 1);
            community.tell(new SessionClosed(community.id, eve.accountId(), now, now, 0), 2);
            await().until(() -> client.of("presence").size() == 2);

            assertThat(client.of("presence"))
                    .extracting(frame -> frame.at("/data/isOnline").asBoolean())
                    .containsExactly(true, false);
            assertThat(client.of("presence").getFirst().at("/data/user/user_id").asText())
                    .isEqualTo(eve.userId());
        }
    }

    @Test
    void whoHidesThatTheyAreOnlineIsShownToAdminsOnly() {
        identity.hidePresence(eve.accountId());
        try (var member = client(ben, "member").subscribe(channel);
                var admin = client(community.owner, "owner").subscribe(channel)) {
            community.tell(new SessionOpened(community.id, eve.accountId(), Instant.now()), 1);
            await().until(() -> admin.of("presence").size() == 1);
            community.tell(new SessionOpened(community.id, ben.accountId(), Instant.now()), 1);
            await().until(() -> member.of("presence").size() == 1);

            assertThat(member.of("presence").getFirst().at("/data/user/user_id").asText())
                    .isEqualTo(ben.userId());
        }
    }

    @Test
    void clientsOfOneReplicaAreToldOfWhoTypesAtAnother() {
        try (var client = client(ben, "member").subscribe(channel)) {
            signal(ChatCommunity.newId());
            await().until(() -> client.of("typing").size() == 1);
            signal(ChatCommunity.newId());
            await().until(() -> client.of("typing").size() == 2); // the first one is not told again

            assertThat(client.of("typing").getFirst().path("channel").asText()).isEqualTo(channel);
            assertThat(client.of("typing").getFirst().at("/data/user_id").asText())
                    .isEqualTo(eve.userId());
        }
    }

    /** As another replica stores it. */
    private void signal(String id) {
        var signal = new Document("_id", id)
                .append("communityId", community.id)
                .append("channelId", channel)
                .append("userId", eve.userId())
                .append("online", false)
                .append("hidden", false)
                .append("replica", "other")
                .append("at", new Date())
                .append("deleted", false);
        mongo.getDatabase("messaging")
                .getCollection("signals")
                .insertOne(signal)
                .await()
                .indefinitely();
    }

    private StreamClient client(Person person, String level) {
        return new StreamClient(StreamCredentials.of(identity, community, person, level));
    }
}
