package dev.regulars.identity.directory.user;

import static dev.regulars.testkit.Tokens.key;
import static dev.regulars.testkit.Tokens.service;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.regulars.crypto.Secrets;
import dev.regulars.events.Topic;
import dev.regulars.events.community.CommunityEvent.ServerChanged;
import dev.regulars.identity.TestAccounts;
import dev.regulars.identity.directory.CommunityServiceStub;
import dev.regulars.identity.directory.TestMembers;
import dev.regulars.testkit.KafkaRecords;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CreateUserExtrasTest {

    KafkaRecords records;

    final String community = Secrets.key().substring(0, 24);
    final String name = TestAccounts.name();

    @Test
    void customFieldsOfANewUserAreKeptWithTheirHistory() {
        create("deposit", "numerical");
        create("country", "single-line-text");
        Map<String, Object> form = TestMembers.form(name, 0);
        form.put("emailTemplate", "0");
        form.put("customFields", List.of(value("deposit", 250), value("country", "PT")));

        String id = post(form, UUID.randomUUID().toString())
                .then()
                .statusCode(200)
                .extract()
                .path("data._id");

        key(community, "getUserData")
                .body(Map.of("idOrEmail", id))
                .post("/integration/users/info")
                .then()
                .body("data.customFields", equalTo(Map.of("deposit", 250, "country", "PT")));
        key(community, "userFields")
                .get("/application/communities/{c}/users/{u}/user-field-histories", community, id)
                .then()
                .statusCode(200)
                .body("data", hasSize(2));
    }

    @Test
    void externalIdAndReferralNeedAFieldThatIdentifiesUsers() {
        Map<String, Object> form = TestMembers.form(name, 0);
        form.put("externalId", "A-1");
        form.put("referral", "A-0");
        post(form, null).then().statusCode(400).body("message", containsString("externalId must be absent"));

        create("client-id", "single-line-text");
        records.put(Topic.COMMUNITY, new ServerChanged(community, "Chess", "UTC", "English", "client-id"), 2);
        Response[] created = new Response[1];
        await().atMost(ofSeconds(20)).until(() -> {
            created[0] = post(form, null);
            return created[0].statusCode() == 200;
        });

        key(community, "getUserData")
                .body(Map.of("fields", List.of("_id"), "filter", Map.of("client-id", "A-1")))
                .post("/integration/users/filter")
                .then()
                .body("data.users._id", equalTo(List.of(created[0].<String>path("data._id"))));
    }

    @Test
    void theReferrerOfANewUserIsFoundByTheFieldThatIdentifiesUsers() {
        create("client-id", "single-line-text");
        records.put(Topic.COMMUNITY, new ServerChanged(community, "Chess", "UTC", "English", "client-id"), 2);
        Map<String, Object> form = TestMembers.form(name, 0);
        form.put("externalId", "A-0");
        String referrer = created(form);
        String referee = created(referred("A-0"));
        String stranger = created(referred("A-9"));

        await().untilAsserted(() -> assertThat(records.about(Topic.IDENTITY.title(), community + ":" + referee))
                .filteredOn(event -> KafkaRecords.header(event, "ce_type").equals("identity.member.referred.v1"))
                .singleElement()
                .satisfies(event -> assertThat(event.value()).contains("\"referrerId\":\"" + referrer + "\"")));
        assertThat(records.about(Topic.IDENTITY.title(), community + ":" + stranger))
                .noneMatch(event -> KafkaRecords.header(event, "ce_type").equals("identity.member.referred.v1"));
        byField("client-id", "A-0").body("people.accountId", equalTo(List.of(referrer)));
        byField("client-id", "A-9").body("people", hasSize(0));
        byField("nose", "A-0").body("people", hasSize(0));
    }

    private static Map<String, Object> referred(String by) {
        Map<String, Object> form = TestMembers.form(TestAccounts.name(), 0);
        form.put("referral", by);
        return form;
    }

    private String created(Map<String, Object> form) {
        Response[] created = new Response[1];
        await().atMost(ofSeconds(20)).until(() -> {
            created[0] = post(form, null);
            return created[0].statusCode() == 200;
        });
        return created[0].path("data._id");
    }

    private ValidatableResponse byField(String field, String value) {
        return service("gamification-service")
                .body(Map.of("communityId", community, "field", field, "values", List.of(value)))
                .post("/internal/people/by-field")
                .then()
                .statusCode(200);
    }

    @Test
    void unknownFieldsAndMisfitsAreRefusedBeforeAnythingIsWritten() {
        create("deposit", "numerical");
        Map<String, Object> form = TestMembers.form(name, 0);
        for (Map<String, Object> bad : List.of(
                value("revenue", 1),
                value("deposit", "many"),
                value("$where", "1"),
                value("deposit", Map.of("$gt", 1)))) {
            form.put("customFields", List.of(bad));
            post(form, null).then().statusCode(400);
        }
        form.remove("customFields");
        post(form, null).then().statusCode(200);
    }

    private static Map<String, Object> value(String field, Object value) {
        return Map.of("fieldIdorName", field, "value", value);
    }

    private Response post(Map<String, Object> form, String idempotencyKey) {
        try (var communities = new CommunityServiceStub()) {
            var caller = key(community, "createUser");
            if (idempotencyKey != null) {
                caller.header("Idempotency-Key", idempotencyKey);
            }
            return caller.body(form).post("/integration/users");
        }
    }

    private void create(String field, String type) {
        key(community, "userFields")
                .body(Map.of("field", field, "name", field, "type", type))
                .post("/application/communities/{c}/user-fields", community)
                .then()
                .statusCode(201);
    }
}
