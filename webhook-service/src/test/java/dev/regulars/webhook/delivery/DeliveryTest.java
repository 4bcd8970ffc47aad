package dev.regulars.webhook.delivery;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.regulars.events.Topic;
import dev.regulars.events.community.CommunityEvent.MemberLeft;
import dev.regulars.events.community.CommunityEvent.MemberRestored;
import dev.regulars.events.community.CommunityEvent.MemberVisited;
import dev.regulars.testkit.KafkaRecords;
import dev.regulars.webhook.PartnerCrypto;
import dev.regulars.webhook.PartnerEndpoint;
import dev.regulars.webhook.TestCommunity;
import dev.regulars.webhook.TestEnvironment;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From an event on Kafka to the bytes at the partner. */
@QuarkusTest
class DeliveryTest {
    KafkaRecords records;
    TestCommunity community;
    final PartnerEndpoint partner = new PartnerEndpoint();

    @BeforeEach
    void setUp() {
        community = new TestCommunity(records);
    }

    @AfterEach
    void tearDown() {
        partner.close();
    }

    @ParameterizedTest
    @CsvSource({"GCM,hex", "GCM,base64", "CBC,hex", "CBC,base64"})
    void partnerDecryptsWhatWasStored(String mode, String encoding) {
        var encryption = new JsonObject().put("mode", mode).put("encoding", encoding);
        var webhook = community.subscribe(TestCommunity.webhook(partner.url()).put("encryption", encryption));

        var joined = community.join();

        var message = awaitMessage();
        var stored = stored(TestCommunity.header(joined, "ce_id") + ":" + webhook.getString("_id"));
        assertThat(message.id()).isEqualTo(stored.id);
        assertThat(message.encrypted()).isEqualTo("true");
        assertThat(message.signature()).isEqualTo(PartnerCrypto.signature(message, webhook.getString("secret")));
        assertThat(PartnerCrypto.decrypt(message.text(), mode, encoding, webhook.getString("aesKey")))
                .isEqualTo(stored.body);
    }

    @Test
    void bodyFollowsTheContract() {
        var webhook = community.subscribe(TestCommunity.webhook(partner.url()));

        var joined = community.join();

        var message = awaitMessage();
        assertThat(message.encrypted()).isNull();
        assertThat(message.type()).isEqualTo("application/json");
        assertThat(message.signature()).isEqualTo(PartnerCrypto.signature(message, webhook.getString("secret")));
        var body = new JsonObject(message.text());
        assertThat(body.getInstant("timestamp").toString().substring(0, 23))
                .isEqualTo(TestCommunity.header(joined, "ce_time").substring(0, 23));
        body.remove("timestamp");
        assertThat(body).isEqualTo(new JsonObject("""
                {"event":"user_join_server","serverId":"%s","data":{
                 "user":{"user_id":"42","username":"ana","email":"ana@example.com","first_name":"Ana","last_name":"Lima"},
                 "joined_at":"2026-02-03T04:05:06.700Z"}}""".formatted(community.id)));
    }

    @Test
    void visitFollowsTheContractAndReachesItsSubscribersOnly() {
        community.subscribe(
                TestCommunity.webhook(partner.url()).put("events", new JsonArray().add("user_visit_server")));
        String account = new ObjectId().toHexString();
        community.profile(account, 1);

        community.join(account);
        records.put(
                Topic.COMMUNITY,
                new MemberVisited(community.id, account, Instant.parse("2026-02-03T04:05:06.700Z"), 7),
                2);

        var body = new JsonObject(awaitMessage().text());
        assertThat(body.getString("event")).isEqualTo("user_visit_server");
        assertThat(body.getJsonObject("data")).isEqualTo(new JsonObject("""
                {"user":{"user_id":"42","username":"ana","email":"ana@example.com","first_name":"Ana","last_name":"Lima"},
                 "visited_at":"2026-02-03T04:05:06.700Z","visit_count":7}"""));
        assertThat(partner.messages).hasSize(1);
    }

    @Test
    void repeatedEventIsDeliveredOnce() {
        community.subscribe(TestCommunity.webhook(partner.url()));
        String account = new ObjectId().toHexString();
        community.profile(account, 1);
        var joined = community.joined(account);

        records.put(joined);
        records.put(joined);
        community.join();

        await().atMost(ofSeconds(10)).until(() -> partner.messages.size() >= 2);
        assertThat(partner.messages).extracting(PartnerEndpoint.Message::id).doesNotHaveDuplicates();
        assertThat(DeliveryDocument.count("communityId", community.id).await().indefinitely())
                .isEqualTo(2);
    }

    @Test
    void leavingAndRestoringAreNotJoins() {
        community.subscribe(TestCommunity.webhook(partner.url()));
        String account = new ObjectId().toHexString();
        community.profile(account, 1);
        records.put(community.joined(account));
        var now = Instant.now();
        records.put(Topic.COMMUNITY, new MemberLeft(community.id, account, now, now), 2);
        records.put(Topic.COMMUNITY, new MemberRestored(community.id, account, now), 3);
        community.join();

        await().atMost(ofSeconds(10)).until(() -> partner.messages.size() >= 2);
        await().during(ofSeconds(1)).until(() -> partner.messages.size() == 2);
    }

    @Test
    void joinIsDeliveredWhenTheProfileArrives() {
        community.subscribe(TestCommunity.webhook(partner.url()));
        String account = new ObjectId().toHexString();

        community.join(account);
        await().pollDelay(ofMillis(800)).until(partner.messages::isEmpty);
        community.profile(account, 1);

        assertThat(awaitMessage().text()).contains("ana@example.com");
    }

    @Test
    void missingProfileIsReadFromIdentity() {
        community.subscribe(TestCommunity.webhook(partner.url()));
        String account = new ObjectId().toHexString();
        TestEnvironment.PROFILES.put(
                community.id + ":" + account, new JsonObject("""
                {"communityId":"%s","accountId":"%s","userId":"7","username":"ben","email":"ben@example.com",
                 "firstName":"Ben","lastName":"Okri","version":{"epoch":0,"n":1},"more":"than asked for"}""".formatted(community.id, account)));

        community.join(account);

        assertThat(awaitMessage().text()).contains("ben@example.com");
    }

    private PartnerEndpoint.Message awaitMessage() {
        await().atMost(ofSeconds(15)).until(() -> !partner.messages.isEmpty());
        return partner.messages.getFirst();
    }

    private static DeliveryDocument stored(String id) {
        return DeliveryDocument.<DeliveryDocument>findById(id).await().indefinitely();
    }
}
