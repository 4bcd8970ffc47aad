package dev.regulars.webhook.delivery;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.regulars.events.Topic;
import dev.regulars.events.community.CommunityEvent.MemberLeft;
import dev.regulars.events.community.CommunityEvent.MemberRestored;
import dev.regulars.testkit.KafkaRecords;
import dev.regulars.webhook.Opening;
import dev.regulars.webhook.Partner;
import dev.regulars.webhook.Scene;
import dev.regulars.webhook.Surroundings;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From an event on Kafka to the bytes at a partner. */
@QuarkusTest
class DeliveryTest {

    KafkaRecords records;
    Scene scene;
    final Partner partner = new Partner();

    @BeforeEach
    void open() {
        scene = new Scene(records);
    }

    @AfterEach
    void close() {
        partner.close();
    }

    @ParameterizedTest
    @CsvSource({"GCM,hex", "GCM,base64", "CBC,hex", "CBC,base64"})
    void whatIsOpenedAtThePartnerIsWhatWasStored(String mode, String encoding) {
        var encryption = new JsonObject().put("mode", mode).put("encoding", encoding);
        var webhook = scene.subscribe(Scene.wish(partner.url()).put("encryption", encryption));

        var joined = scene.join();

        var message = awaitMessage();
        var stored = stored(Scene.header(joined, "ce_id") + ":" + webhook.getString("_id"));
        assertThat(message.id()).isEqualTo(stored.id);
        assertThat(message.encrypted()).isEqualTo("true");
        assertThat(message.signature()).isEqualTo(Opening.signature(message, webhook.getString("secret")));
        assertThat(Opening.open(message.text(), mode, encoding, webhook.getString("aesKey")))
                .isEqualTo(stored.body);
    }

    @Test
    void theBodyIsThatOfTheContract() {
        var webhook = scene.subscribe(Scene.wish(partner.url()));

        var joined = scene.join();

        var message = awaitMessage();
        assertThat(message.encrypted()).isNull();
        assertThat(message.type()).isEqualTo("application/json");
        assertThat(message.signature()).isEqualTo(Opening.signature(message, webhook.getString("secret")));
        var body = new JsonObject(message.text());
        assertThat(body.getInstant("timestamp").toString().substring(0, 23))
                .isEqualTo(Scene.header(joined, "ce_time").substring(0, 23));
        body.remove("timestamp");
        assertThat(body).isEqualTo(new JsonObject("""
                {"event":"user_join_server","serverId":"%s","data":{
                 "user":{"user_id":"42","username":"ana","email":"ana@example.com","first_name":"Ana","last_name":"Lima"},
                 "joined_at":"2026-02-03T04:05:06.700Z"}}""".formatted(scene.community)));
    }

    @Test
    void anEventThatComesTwiceIsDeliveredOnce() {
        scene.subscribe(Scene.wish(partner.url()));
        String account = new ObjectId().toHexString();
        scene.profile(account, 1);
        var joined = scene.joined(account);

        records.put(joined);
        records.put(joined);
        scene.join();

        await().atMost(ofSeconds(10)).until(() -> partner.messages.size() >= 2);
        assertThat(partner.messages).extracting(Partner.Message::id).doesNotHaveDuplicates();
        assertThat(DeliveryDocument.count("communityId", scene.community)
                        .await()
                        .indefinitely())
                .isEqualTo(2);
    }

    @Test
    void toLeaveAndToBeRestoredIsNoJoin() {
        scene.subscribe(Scene.wish(partner.url()));
        String account = new ObjectId().toHexString();
        scene.profile(account, 1);
        records.put(scene.joined(account));
        var now = Instant.now();
        records.put(Topic.COMMUNITY, new MemberLeft(scene.community, account, now, now), 2);
        records.put(Topic.COMMUNITY, new MemberRestored(scene.community, account, now), 3);
        scene.join();

        await().atMost(ofSeconds(10)).until(() -> partner.messages.size() >= 2);
        await().during(ofSeconds(1)).until(() -> partner.messages.size() == 2);
    }

    @Test
    void aMemberNobodyKnowsYetIsDeliveredWhenTheProfileComes() {
        scene.subscribe(Scene.wish(partner.url()));
        String account = new ObjectId().toHexString();

        scene.join(account);
        await().pollDelay(ofMillis(800)).until(partner.messages::isEmpty);
        scene.profile(account, 1);

        assertThat(awaitMessage().text()).contains("ana@example.com");
    }

    @Test
    void aMemberWhomOnlyIdentityKnowsIsAskedFor() {
        scene.subscribe(Scene.wish(partner.url()));
        String account = new ObjectId().toHexString();
        Surroundings.KNOWN_TO_IDENTITY.put(
                scene.community + ":" + account, new JsonObject("""
                {"communityId":"%s","accountId":"%s","userId":"7","username":"ben","email":"ben@example.com",
                 "firstName":"Ben","lastName":"Okri","version":{"epoch":0,"n":1},"more":"than asked for"}""".formatted(scene.community, account)));

        scene.join(account);

        assertThat(awaitMessage().text()).contains("ben@example.com");
    }

    @Test
    void whatCannotBeDeliveredIsTriedAgainAndHasFailedAfterTheLastAttempt() {
        var webhook = scene.subscribe(Scene.wish(partner.url()).put("encryption", new JsonObject().put("mode", "GCM")));
        partner.status = 302;

        var joined = scene.join();

        String id = Scene.header(joined, "ce_id") + ":" + webhook.getString("_id");
        await().atMost(ofSeconds(15)).until(() -> exists(id) && stored(id).state == State.FAILED);
        assertThat(stored(id).attempts).isEqualTo(5);
        assertThat(stored(id).reason)
                .isEqualTo("The receiver answered 302; redirects are not followed; that was the last attempt");
        assertThat(partner.messages).hasSize(5);
        assertThat(partner.messages).extracting(Partner.Message::id).containsOnly(id);
        assertThat(partner.messages).extracting(Partner.Message::text).doesNotHaveDuplicates();
    }

    @Test
    void anEndpointThatIsGoneIsSwitchedOff() {
        var webhook = scene.subscribe(Scene.wish(partner.url()));
        partner.status = 410;

        scene.join();

        await().atMost(ofSeconds(10)).until(() -> !isActive(webhook.getString("_id")));
        assertThat(partner.messages).hasSize(1);
    }

    @Test
    void whatADeletedWebhookStillHadToDeliverIsDropped() {
        partner.challengeStatus = 500;
        String webhook = scene.create(Scene.wish(partner.url())).getString("data._id");
        var joined = scene.join();
        String id = Scene.header(joined, "ce_id") + ":" + webhook;
        await().atMost(ofSeconds(10)).until(() -> exists(id));

        scene.key().delete("/application/webhooks/{id}", webhook).then().statusCode(200);

        await().atMost(ofSeconds(10)).until(() -> stored(id).state == State.DROPPED);
        assertThat(partner.messages).isEmpty();
    }

    private boolean isActive(String webhook) {
        return scene.key().get("/application/webhooks/{id}", webhook).path("data.isActive");
    }

    private Partner.Message awaitMessage() {
        await().atMost(ofSeconds(15)).until(() -> !partner.messages.isEmpty());
        return partner.messages.getFirst();
    }

    private static boolean exists(String id) {
        return stored(id) != null;
    }

    private static DeliveryDocument stored(String id) {
        return DeliveryDocument.<DeliveryDocument>findById(id).await().indefinitely();
    }
}
