package dev.regulars.identity.directory.bulk;

import static dev.regulars.testkit.Tokens.key;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.regulars.identity.StoredDocuments;
import dev.regulars.identity.TestAccounts;
import dev.regulars.identity.accounts.ChatDirectory;
import dev.regulars.identity.directory.CommunityServiceStub;
import dev.regulars.identity.directory.TestMembers;
import dev.regulars.web.value.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BulkImportTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Inject
    ChatDirectory chat;

    @Inject
    StoredDocuments stored;

    final String community = Ids.next();
    final BulkCalls bulk = new BulkCalls(community);
    LedgerStub ledger;

    @BeforeEach
    void startLedger() {
        ledger = new LedgerStub();
    }

    @AfterEach
    void stopLedger() {
        ledger.close();
    }

    @Test
    void rowsBecomeMembersWithBalancesAndTags() {
        String ana = TestAccounts.name();
        String ben = TestAccounts.name();
        try (var communities = new CommunityServiceStub()) {
            var queued = bulk.importUsers("""
                    email,username,first_name,last_name,xp,tags,nickname
                    %1$s@example.com,%1$s,Ana,Okafor,120,vip;beta,annie
                    %2$s@example.com,,,,,,
                    """.formatted(ana, ben));
            queued.then()
                    .body("message", equalTo("Bulk import user process is queued"))
                    .body(
                            "data.message",
                            equalTo(
                                    "Bulk import user process is queued. You can check in Api Log ( community settings )"));
            assertThat(bulk.told(queued)).containsExactly("succeeded", "succeeded");
            assertThat(communities.joins).hasSize(2);
            bulk.status(BulkCalls.idOf(queued)).then().body("data.type", equalTo("bulk-import"));
        }
        String id = info(ana + "@example.com")
                .body("data.username", equalTo(ana))
                .body("data.lastName", equalTo("Okafor"))
                .body("data.tags[1]", equalTo("beta"))
                .extract()
                .path("data._id");
        assertThat(ledger.balance(id, "xp")).isEqualTo(120);
        info(ben + "@example.com").body("data.firstName", equalTo(""));
    }

    @Test
    void membersTakenNamesAndOtherCommunitiesAccountsAreToldApart() {
        var member = TestMembers.create(community);
        var stranger = TestMembers.create(Ids.next());
        String name = TestAccounts.name();
        try (var communities = new CommunityServiceStub()) {
            var queued = bulk.importUsers("""
                    email,username,coins
                    %s@example.com,,5
                    %s@example.com,,5
                    %s@example.com,%s,
                    1@example.com,12345,
                    """.formatted(member.name(), stranger.name(), name, member.name()));
            assertThat(bulk.told(queued))
                    .containsExactly(
                            "failed: email already exists",
                            "succeeded: Confirmation sent: the owner of the account is asked first; xp, coins, nickname,"
                                    + " language and tags of this row are not applied",
                            "failed: username already exists",
                            "failed: username must not be digits only or 24 hex digits, which are ids");
            assertThat(communities.joins).isEmpty();
        }
    }

    @Test
    void importNeedsItsOwnPermissionAndTheCallersCommunity() {
        BulkCalls.form(key(community, "bulkUpdateUser"), "email\n".getBytes(UTF_8))
                .post("/integration/users/bulk-import")
                .then()
                .statusCode(401)
                .body("message", equalTo("Insufficient permission"));
        BulkCalls.form(bulk.caller(), "email\na@example.com\n".getBytes(UTF_8))
                .multiPart("communityId", Ids.next())
                .post("/integration/users/bulk-import")
                .then()
                .statusCode(404);
    }

    /** Tests have the open variant switched on; that it is off by default is seen through the gateway. */
    @Test
    void whereTheOperatorAllowsItAnybodyImports() {
        String name = TestAccounts.name();
        byte[] file = "email,first_name\n%s@example.com,Ana\n".formatted(name).getBytes(UTF_8);
        anybody(file).post("/integration/users/bulk-import").then().statusCode(401);
        anybody(file)
                .multiPart("communityId", community)
                .post("/integration/users/bulk-import")
                .then()
                .statusCode(404);
        identifyUsersBy(null);
        try (var communities = new CommunityServiceStub()) {
            var queued = anybody(file).multiPart("communityId", community).post("/integration/users/bulk-import");
            assertThat(bulk.told(queued)).containsExactly("succeeded");
            assertThat(communities.joins).hasSize(1);
        }
        info(name + "@example.com").body("data.firstName", equalTo("Ana"));
    }

    private static RequestSpecification anybody(byte[] file) {
        return BulkCalls.form(given(), file);
    }

    @Test
    void importIdNeedsAFieldThatIdentifiesUsers() {
        try (var communities = new CommunityServiceStub()) {
            assertThat(bulk.told(bulk.importUsers("email,import_id\nx@example.com,A-1\n")))
                    .containsExactly(
                            "failed: import_id must be empty: the community has no field that identifies users");
            assertThat(communities.joins).isEmpty();
        }
    }

    @Test
    void importIdIsTheValueOfTheFieldThatIdentifiesUsers() {
        key(community, "userFields")
                .body(Map.of("field", "crm-id", "name", "CRM id", "type", "numerical"))
                .post("/application/communities/" + community + "/user-fields")
                .then()
                .statusCode(201);
        identifyUsersBy("crm-id");
        String name = TestAccounts.name();
        long importId = Math.abs(name.hashCode());
        try (var communities = new CommunityServiceStub()) {
            assertThat(bulk.told(bulk.importUsers("email,import_id\n%s@example.com,%d\n".formatted(name, importId))))
                    .containsExactly("succeeded");
            assertThat(communities.joins).hasSize(1);
        }
        String id = info(name + "@example.com")
                .body("data.customFields.crm-id", equalTo((int) importId))
                .extract()
                .path("data._id");
        String text = String.valueOf(importId);
        assertThat(chat.byImportId(text).await().atMost(PATIENCE)).isEqualTo(id);
        assertThat(chat.person(id).await().atMost(PATIENCE).importIds()).containsExactly(text);
        assertThat(chat.byImportId("no-" + text).await().atMost(PATIENCE)).isNull();
    }

    /** As community-service announces it. */
    private void identifyUsersBy(@Nullable String field) {
        var settings = new Document("_id", community)
                .append("communityId", community)
                .append("timezone", "UTC")
                .append("identifierField", field)
                .append("source", new Document("epoch", 1L).append("n", 1L))
                .append("deleted", false);
        var unused =
                stored.collection("communities").insertOne(settings).await().atMost(PATIENCE);
    }

    private ValidatableResponse info(String idOrEmail) {
        return key(community, "getUserData")
                .body(Map.of("idOrEmail", idOrEmail))
                .post("/integration/users/info")
                .then()
                .statusCode(200)
                .body("data.error", nullValue());
    }
}
