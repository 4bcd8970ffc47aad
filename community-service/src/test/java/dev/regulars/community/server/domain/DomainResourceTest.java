package dev.regulars.community.server.domain;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static dev.regulars.community.TestNames.NAMES;
import static dev.regulars.events.DomainEvent.typeOf;
import static dev.regulars.testkit.Tokens.installationAdmin;
import static dev.regulars.testkit.Tokens.key;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.regulars.community.Community;
import dev.regulars.crypto.MasterKey;
import dev.regulars.events.Topic;
import dev.regulars.events.community.CommunityEvent.RoleCreated;
import dev.regulars.events.community.CommunityEvent.ServerChanged;
import dev.regulars.events.community.CommunityEvent.ServerCreated;
import dev.regulars.events.community.CommunityEvent.ServerDomainLost;
import dev.regulars.events.community.CommunityEvent.ServerDomainProven;
import dev.regulars.testkit.KafkaRecords;
import dev.regulars.testkit.RealServers;
import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DomainResourceTest {

    static final String DOMAIN = "/application/communities/{community}/domain";

    private static final MasterKey PREVIOUS = new MasterKey(RealServers.FURTHER_MASTER_KEY, Optional.empty());

    KafkaRecords records;

    @Inject
    ReactiveMongoClient mongo;

    Community chess;
    String domain;

    @BeforeEach
    void start() {
        chess = new Community();
        domain = "d" + chess.id + ".example.com";
    }

    @Test
    void domainIsProvenByItsTxtRecord() {
        rename(chess, domain).then().statusCode(200);
        read(chess)
                .then()
                .statusCode(200)
                .body("data.domain", equalTo(domain))
                .body("data.isProven", equalTo(false))
                .body("data.record.type", equalTo("TXT"))
                .body("data.record.name", equalTo("_regulars-challenge." + domain));
        verify(chess, domain)
                .then()
                .statusCode(409)
                .body("meta.errors.message", hasItem("The TXT record of the domain was not found"));
        NAMES.texts.put("_regulars-challenge." + domain, List.of("something else"));
        verify(chess, domain).then().statusCode(409);

        publish(chess);
        verify(chess, domain)
                .then()
                .statusCode(200)
                .body("data.isProven", equalTo(true))
                .body("data.provenBy", equalTo("dns"))
                .body("data.provenAt", notNullValue());

        assertThat(told(chess, 3))
                .containsExactly(
                        typeOf(ServerCreated.class), typeOf(ServerChanged.class), typeOf(ServerDomainProven.class));
    }

    @Test
    void whoeverProvesADomainTakesItFromWhoHadIt() {
        var squatter = new Community();
        rename(squatter, domain).then().statusCode(200);
        rename(chess, domain).then().statusCode(409);

        publish(chess);
        verify(chess, domain).then().statusCode(200);
        read(squatter).then().body("data.domain", nullValue()).body("data.isProven", equalTo(false));

        publish(squatter);
        verify(squatter, domain).then().statusCode(200);
        read(chess).then().body("data.domain", nullValue());
        assertThat(told(chess, 3))
                .containsExactly(
                        typeOf(ServerCreated.class), typeOf(ServerDomainProven.class), typeOf(ServerDomainLost.class));
    }

    @Test
    void domainWithoutItsRecordIsLostAfterSeveralLookUps() {
        publish(chess);
        verify(chess, domain).then().statusCode(200);

        NAMES.texts.clear();

        await().atMost(ofSeconds(30)).until(() -> !read(chess).<Boolean>path("data.isProven"));
        read(chess).then().body("data.domain", equalTo(domain));
        assertThat(told(chess, 3)).endsWith(typeOf(ServerDomainLost.class));
    }

    @Test
    void recordOutlivesTheMasterKeyThatMadeIt() {
        String old = "regulars-community=" + PREVIOUS.keyedHash("domain challenge", chess.id);
        assertThat(read(chess).<String>path("data.record.value")).isNotEqualTo(old);
        NAMES.texts.put("_regulars-challenge." + domain, List.of(old));

        verify(chess, domain).then().statusCode(200).body("data.record.value", equalTo(old));

        String oldest = "regulars-community=of-a-key-that-is-gone";
        assertThat(keep(oldest)).isEqualTo(1);
        NAMES.texts.put("_regulars-challenge." + domain, List.of(oldest));
        verify(chess, domain).then().statusCode(200).body("data.record.value", equalTo(oldest));
    }

    @Test
    void recordOfAnotherCommunityProvesNothing() {
        publish(new Community());

        verify(chess, domain).then().statusCode(409);
    }

    @Test
    void anotherDomainHasToBeProvenAnew() {
        approve(chess, domain).then().statusCode(200);
        rename(chess, domain).then().statusCode(200);
        read(chess).then().body("data.isProven", equalTo(true));

        rename(chess, "e" + chess.id + ".example.com").then().statusCode(200);

        read(chess).then().body("data.isProven", equalTo(false)).body("data.provenBy", nullValue());
        assertThat(told(chess, 5)).endsWith(typeOf(ServerDomainLost.class));
    }

    @Test
    void wordOfTheInstallationAdminIsEnough() {
        approve(chess, domain)
                .then()
                .statusCode(200)
                .body("data.domain", equalTo(domain))
                .body("data.provenBy", equalTo("admin"));
        chess.byOwner()
                .body(Map.of("serverId", chess.id))
                .post("/application/domains/{domain}/approve", domain)
                .then()
                .statusCode(401);
        approve(chess, "localhost").then().statusCode(400);
        installationAdmin(Community.account())
                .body(Map.of("serverId", "0".repeat(24)))
                .post("/application/domains/{domain}/approve", domain)
                .then()
                .statusCode(404);
    }

    @Test
    void whileNoNameServerAnswersNothingIsDecided() {
        NAMES.unanswered.add("_regulars-challenge." + domain);

        verify(chess, domain).then().statusCode(503);
        read(chess).then().body("data.record.value", not(containsString(chess.id)));
    }

    /** Types of the events about the community itself, in order; its role {@code @all} has the same id. */
    private List<String> told(Community community, int count) {
        return records.typesAbout(Topic.COMMUNITY, community.id + ":" + community.id, count + 1).stream()
                .filter(type -> !type.equals(typeOf(RoleCreated.class)))
                .toList();
    }

    /** As if it had proved a domain in the past. */
    private long keep(String record) {
        return mongo.getDatabase("community")
                .getCollection("servers")
                .updateOne(eq("_id", chess.id), set("domainRecord", record))
                .await()
                .indefinitely()
                .getModifiedCount();
    }

    private void publish(Community community) {
        String value = read(community).path("data.record.value");
        NAMES.texts.put("_regulars-challenge." + domain, List.of("v=spf1 -all", value));
    }

    private static Response read(Community community) {
        return key(community.id, "appearance").get(DOMAIN, community.id);
    }

    private static Response rename(Community community, String domain) {
        return key(community.id, "appearance")
                .body(Map.of("domain", domain))
                .put("/store/management/communities/{community}", community.id);
    }

    private static Response verify(Community community, String domain) {
        return key(community.id, "appearance").body(Map.of("domain", domain)).post(DOMAIN + "/verify", community.id);
    }

    private static Response approve(Community community, String domain) {
        return installationAdmin(Community.account())
                .body(Map.of("serverId", community.id))
                .post("/application/domains/{domain}/approve", domain);
    }
}
