package dev.regulars.identity.accounts.key;

import static dev.regulars.testkit.Tokens.callingKey;
import static dev.regulars.testkit.Tokens.key;
import static dev.regulars.testkit.Tokens.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.regulars.crypto.Secrets;
import dev.regulars.identity.TestAccounts;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls about keys that are refused. */
@QuarkusTest
class KeyRefusalsTest {
    static final String KEYS = "/application/communities/{community}/api-keys";

    final String community = Secrets.key().substring(0, 24);
    final String owner = Secrets.key().substring(0, 24);

    @Test
    void infoIsForKeysAlone() {
        String id =
                create(Map.of("name", "Shop", "permissions", List.of("store"))).path("data._id");

        owner().get(KEYS + "/info", community).then().statusCode(401);
        key(community).get(KEYS + "/info", "f".repeat(24)).then().statusCode(404);
        callingKey(community, id)
                .get(KEYS + "/info", community)
                .then()
                .statusCode(200)
                .body("data._id", equalTo(id))
                .body("data.key", containsString("****"));
    }

    @Test
    void ssoKeyHasNoPermissionsEither() {
        create(Map.of("name", "Site", "kind", "sso"))
                .then()
                .statusCode(201)
                .body("data.kind", equalTo("sso"))
                .body("data.permissions", equalTo(List.of()));
        String key = create(Map.of("name", "Site", "kind", "sso")).path("data.key");
        assertThat(exchange(key)).isEqualTo(401);
    }

    @Test
    void systemKeyHasNoPermissions() {
        create(Map.of("name", "Bot", "kind", "system"))
                .then()
                .statusCode(201)
                .body("data.kind", equalTo("system"))
                .body("data.permissions", equalTo(List.of()));

        create(Map.of("name", "Bot", "kind", "system", "permissions", List.of("getUserData")))
                .then()
                .statusCode(400)
                .body("errors", nullValue())
                .body("meta.errors[0].message", equalTo("permissions must be left out for a system key"));
    }

    @Test
    void periodAndDateMustAgree() {
        create(Map.of("name", "Shop", "permissions", List.of("store"), "expirePeriod", 30))
                .then()
                .statusCode(201)
                .body("data.expirePeriod", equalTo(30));
        create(Map.of(
                        "name",
                        "Shop",
                        "permissions",
                        List.of("store"),
                        "expirePeriod",
                        3,
                        "expireDate",
                        "2099-01-01T00:00:00Z"))
                .then()
                .statusCode(400)
                .body("meta.errors[0].message", equalTo("expireDate must agree with expirePeriod"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"permissions\":[\"store\"]}                              | name is required",
                "{\"name\":\"a\"}                                           | permissions is required",
                "{\"name\":\"a\",\"permissions\":[]}                        | permissions is required",
                "{\"name\":\"a\",\"permissions\":[\"fly\"]}                 | permissions must be one of",
                "{\"name\":\"a\",\"permissions\":{\"$ne\":null}}            | permissions must be a list",
                "{\"name\":{\"$gt\":\"\"},\"permissions\":[\"store\"]}      | name must be a string",
                "{\"name\":\"a\",\"permissions\":[\"store\"],\"expirePeriod\":-1} | expirePeriod must be 0 or more",
                "{\"name\":\"a\",\"permissions\":[\"store\"],\"expireDate\":\"+292278994-08-17T07:12:55.807Z\"} | expireDate must be at most 36500 days ahead",
                "{\"name\":\"a\",\"permissions\":[\"store\"],\"expireDate\":\"+10000-01-01T00:00:00Z\"} | expireDate must be at most 36500 days ahead",
                "{\"name\":\"a\\u202Eb\",\"permissions\":[\"store\"]} | name must have visible characters and no control or hidden ones",
                "{\"name\":\"a\\r\\nb\",\"permissions\":[\"store\"]} | name must have visible characters and no control or hidden ones",
                "{\"name\":\"a\",\"permissions\":[\"store\"],\"expireDate\":\"soon\"} | expireDate must be an ISO-8601",
            })
    void invalidFieldIsNamed(String body, String message) {
        String said = owner().body(body)
                .post(KEYS, community)
                .then()
                .statusCode(400)
                .body("message", equalTo("Bad Request"))
                .extract()
                .path("meta.errors[0].message");

        assertThat(said).startsWith(message);
    }

    @Test
    void memberIsRefusedAndStrangerFindsNothing() {
        var body = Map.of("name", "a", "permissions", List.of("store"));

        user(owner, community, "member")
                .body(body)
                .post(KEYS, community)
                .then()
                .statusCode(401)
                .body("message", equalTo("Unauthorized"));
        key(community, "webhooks", "getUserData")
                .body(body)
                .post(KEYS, community)
                .then()
                .statusCode(401);
        user(owner)
                .body(body)
                .post(KEYS, community)
                .then()
                .statusCode(404)
                .body("message", equalTo("Record Not Found"));
        user(owner, "f".repeat(24), "owner")
                .body(body)
                .post(KEYS, community)
                .then()
                .statusCode(404);
        owner().body(body)
                .post(KEYS, "nonsense")
                .then()
                .statusCode(400)
                .body("meta.errors[0].field", equalTo("communityId"));
    }

    @Test
    void keyOfAnotherCommunityIsNotFound() {
        String id =
                create(Map.of("name", "Shop", "permissions", List.of("store"))).path("data._id");
        String elsewhere = Secrets.key().substring(0, 24);

        user(owner, elsewhere, "owner")
                .delete(KEYS + "/{id}", elsewhere, id)
                .then()
                .statusCode(404);
        owner().delete(KEYS + "/{id}", community, id).then().statusCode(200);
    }

    private static int exchange(String key) {
        return TestAccounts.exchange(key);
    }

    private Response create(Map<String, Object> body) {
        return owner().body(body).post(KEYS, community);
    }

    private RequestSpecification owner() {
        return user(owner, community, "owner");
    }
}
