package dev.regulars.gamification.ledger.settings;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static dev.regulars.gamification.Members.id;
import static dev.regulars.gamification.Members.line;
import static dev.regulars.testkit.Tokens.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import dev.regulars.events.Topic;
import dev.regulars.events.community.CommunityEvent;
import dev.regulars.events.community.CommunityEvent.CurrencyChanged;
import dev.regulars.events.community.CommunityEvent.ServerChanged;
import dev.regulars.gamification.Members;
import dev.regulars.testkit.IdentityStub;
import dev.regulars.testkit.KafkaRecords;
import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CurrencySettingsTest {

    IdentityStub identity;
    KafkaRecords records;

    @Inject
    ReactiveMongoClient mongo;

    final Members members = new Members();
    final String ana = id();

    @BeforeEach
    void know() {
        identity.add(members.community, ana, "42", "ana");
    }

    @Test
    void pendingCoinsCountAndCannotBeSpentYet() {
        tell(new CurrencyChanged(members.community, 3, 10, Map.of()));
        awaitSettings();
        members.earn(ana, 5);

        members.post("order", "store", ana, Map.of("coins", -1L)).then().statusCode(409);
        balances()
                .body("data.balances.coins", equalTo(5))
                .body("data.pending.coins", equalTo(5))
                .body("data.expiring", hasSize(1))
                .body("data.expiring[0].amount", equalTo(5));
    }

    @Test
    void coinsExpireWithTheirDay() {
        tell(new CurrencyChanged(members.community, 0, 1, Map.of()));
        awaitSettings();
        members.earn(ana, 5);
        collection("members")
                .updateOne(
                        eq("_id", members.community + ":" + ana),
                        combine(inc("state.lots.0.from", -2L), inc("state.lots.0.until", -2L)))
                .await()
                .indefinitely();

        members.post("order", "store", ana, Map.of("coins", -1L)).then().statusCode(409);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> balances().body("data.balances.coins", equalTo(0)).body("data.expiring", hasSize(0)));
        key(members.community, "ledger")
                .get("/application/ledger/members/42/postings")
                .then()
                .body("data.account", hasItem("expiry"));
        key(members.community, "ledger").get("/application/ledger/audit").then().body("data.drift", hasSize(0));
    }

    @Test
    void aFloorMayBeBelowZeroAndDaysBeginInTheCommunitysZone() {
        tell(new CurrencyChanged(members.community, 0, 0, Map.of("coins", -10L)));
        tell(new ServerChanged(members.community, "Chess", "Pacific/Kiritimati", "English", null));
        await().untilAsserted(() ->
                assertThat(settings()).containsKey("currencySource").containsEntry("timezone", "Pacific/Kiritimati"));

        members.post("order", "store", ana, Map.of("coins", -10L)).then().statusCode(200);
        members.post("more", "store", ana, Map.of("coins", -1L)).then().statusCode(409);
        var line = line("issuer", ana, Map.of("xp", 1L));
        line.put("happenedAt", "2026-03-10T12:00:00Z");
        members.post("late", List.of(line)).then().statusCode(200);
        Document late = first("postings", new Document("accountId", ana).append("causeId", "late"));
        assertThat(late.getLong("day")).isEqualTo(LocalDate.parse("2026-03-11").toEpochDay());
    }

    /** The service may hold the ones before for another second. */
    private void awaitSettings() {
        await().untilAsserted(() -> assertThat(settings()).containsKey("currencySource"));
        String probe = id();
        await().untilAsserted(() -> {
            members.earn(probe, 1);
            Document member = first("members", new Document("_id", members.community + ":" + probe));
            assertThat(member.get("state", Document.class).getList("lots", Document.class))
                    .hasSizeGreaterThan(0);
        });
    }

    private Document settings() {
        return first("settings", new Document("_id", members.community));
    }

    private Document first(String name, Document which) {
        Document found = collection(name).find(which).collect().first().await().indefinitely();
        return found == null ? new Document() : found;
    }

    private ReactiveMongoCollection<Document> collection(String name) {
        return mongo.getDatabase("gamification").getCollection(name);
    }

    private ValidatableResponse balances() {
        return key(members.community, "ledger")
                .get("/application/ledger/members/42")
                .then()
                .statusCode(200);
    }

    private void tell(CommunityEvent event) {
        records.put(Topic.COMMUNITY, event, 1);
    }
}
