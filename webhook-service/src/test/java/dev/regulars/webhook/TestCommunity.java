package dev.regulars.webhook;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;

import dev.regulars.events.Topic;
import dev.regulars.events.community.CommunityEvent.ChannelCreated;
import dev.regulars.events.community.CommunityEvent.MemberJoined;
import dev.regulars.events.identity.IdentityEvent.MemberProfiled;
import dev.regulars.events.messaging.MessageSource;
import dev.regulars.events.messaging.MessagingEvent.MessageSent;
import dev.regulars.testkit.KafkaRecords;
import dev.regulars.testkit.Tokens;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.types.ObjectId;

/** A community of its own for each test, with its events. */
public final class TestCommunity {

    public final String id = new ObjectId().toHexString();
    private final KafkaRecords records;

    public TestCommunity(KafkaRecords records) {
        this.records = records;
    }

    public RequestSpecification key() {
        return Tokens.key(id, "webhooks");
    }

    public static JsonObject webhook(String url) {
        return new JsonObject()
                .put("name", "CRM")
                .put("url", url)
                .put("events", new JsonArray().add("user_join_server"));
    }

    /** Creates a webhook and waits until it is verified; returns {@code data}. */
    public JsonPath subscribe(JsonObject webhook) {
        var created = create(webhook);
        await().atMost(ofSeconds(10)).pollInterval(ofMillis(25)).until(() -> verification(created.getString("data._id"))
                .equals("verified"));
        return created.setRootPath("data");
    }

    public JsonPath create(JsonObject webhook) {
        return key().body(webhook.encode())
                .post("/application/webhooks")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    public String verification(String id) {
        return key().get("/application/webhooks/{id}", id).path("data.verification");
    }

    /** A new member with a profile joins; returns the published record. */
    public ProducerRecord<String, String> join() {
        String account = new ObjectId().toHexString();
        profile(account, 1);
        return join(account);
    }

    public ProducerRecord<String, String> join(String account) {
        var joined = joined(account);
        records.put(joined);
        return joined;
    }

    public ProducerRecord<String, String> joined(String account) {
        return KafkaRecords.record(
                Topic.COMMUNITY, new MemberJoined(id, account, Instant.parse("2026-02-03T04:05:06.700Z")), 1);
    }

    public void profile(String account, long n) {
        records.put(
                Topic.IDENTITY,
                new MemberProfiled(id, account, "42", "ana", "ana@example.com", "Ana", "Lima", "Ana L."),
                n);
    }

    public static String header(ProducerRecord<String, String> record, String name) {
        return new String(record.headers().lastHeader(name).value(), java.nio.charset.StandardCharsets.UTF_8);
    }

    public void channel(String channelId, String name) {
        records.put(Topic.COMMUNITY, new ChannelCreated(id, channelId, name, "open", List.of()), 1);
    }

    public void message(String channel, String account, String text) {
        records.put(
                Topic.MESSAGING,
                new MessageSent(
                        id,
                        channel,
                        new ObjectId().toHexString(),
                        account,
                        "42",
                        text,
                        List.of(),
                        null,
                        null,
                        new MessageSource("user", "s"),
                        Instant.parse("2026-02-03T04:05:06.700Z")),
                1);
    }
}
