package dev.regulars.webhook.subscription;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;

import dev.regulars.events.Topic;
import dev.regulars.events.community.CommunityEvent.MemberRolesChanged;
import dev.regulars.events.community.CommunityEvent.RoleDeleted;
import dev.regulars.events.identity.CustomFieldEvent.MemberFieldChanged;
import dev.regulars.testkit.KafkaRecords;
import dev.regulars.webhook.PartnerEndpoint;
import dev.regulars.webhook.TestCommunity;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Webhooks that ask for some events of a channel, role or field only. */
@QuarkusTest
class SubscriptionFilterTest {
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

    @Test
    void filtersByChannelAndRole() {
        String general = new ObjectId().toHexString();
        String other = new ObjectId().toHexString();
        String gold = new ObjectId().toHexString();
        String member = new ObjectId().toHexString();
        String stranger = new ObjectId().toHexString();
        community.profile(member, 1);
        community.profile(stranger, 1);
        community.channel(general, "General");
        community.channel(other, "Other");
        records.put(Topic.COMMUNITY, new MemberRolesChanged(community.id, member, List.of(gold)), 1);
        community.subscribe(TestCommunity.webhook(partner.url())
                .put("events", new JsonArray().add("new_message_channel"))
                .put("channelIds", new JsonArray().add(general))
                .put("filters", new JsonObject().put("roles", new JsonArray().add(gold))));

        community.message(other, member, "elsewhere");
        community.message(general, stranger, "without the role");
        community.message(general, member, "hit");

        await().atMost(ofSeconds(15)).until(() -> !partner.messages.isEmpty());
        var data = new JsonObject(partner.messages.getFirst().text()).getJsonObject("data");
        assertThat(partner.messages).hasSize(1);
        assertThat(data.getString("message")).isEqualTo("hit");
        assertThat(data.getJsonObject("channel"))
                .isEqualTo(new JsonObject().put("channel_id", general).put("name", "General"));
        assertThat(data.getJsonObject("user"))
                .isEqualTo(new JsonObject().put("user_id", "42").put("email", "ana@example.com"));
    }

    @Test
    void filtersByCustomField() {
        String member = new ObjectId().toHexString();
        String other = new ObjectId().toHexString();
        community.profile(member, 1);
        community.profile(other, 1);
        community.subscribe(TestCommunity.webhook(partner.url())
                .put("events", new JsonArray().add("user_field_updated"))
                .put("filters", new JsonObject().put("fields", new JsonObject().put("level", "7"))));
        String field = new ObjectId().toHexString();
        for (var one : List.of(List.<Object>of(other, 8), List.<Object>of(member, 7.0))) {
            records.put(
                    Topic.IDENTITY,
                    new MemberFieldChanged(
                            community.id,
                            (String) one.get(0),
                            "42",
                            field,
                            "level",
                            one.get(1),
                            null,
                            "api",
                            Instant.now()),
                    2);
        }

        await().atMost(ofSeconds(15)).until(() -> !partner.messages.isEmpty());
        var data = new JsonObject(partner.messages.getFirst().text()).getJsonObject("data");
        assertThat(data.getString("field")).isEqualTo("level");
        assertThat(data.getDouble("value")).isEqualTo(7.0);
        assertThat(partner.messages).hasSize(1);
    }

    @Test
    void deletedRoleOfAFilterIsNamed() {
        String gold = new ObjectId().toHexString();
        String id = community
                .create(TestCommunity.webhook(partner.url())
                        .put("filters", new JsonObject().put("roles", new JsonArray().add(gold))))
                .getString("data._id");
        records.put(Topic.COMMUNITY, new RoleDeleted(community.id, gold), 2);

        await().atMost(ofSeconds(10)).untilAsserted(() -> community
                .key()
                .get("/application/webhooks/{id}", id)
                .then()
                .body("data.missing", hasItem(gold)));
    }

    private io.restassured.response.Response put(String id, JsonObject webhook) {
        return community.key().body(webhook.encode()).put("/application/webhooks/{id}", id);
    }
}
