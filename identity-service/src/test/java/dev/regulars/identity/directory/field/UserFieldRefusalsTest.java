package dev.regulars.identity.directory.field;

import static dev.regulars.testkit.Tokens.key;
import static dev.regulars.testkit.Tokens.user;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.regulars.identity.StoredDocuments;
import dev.regulars.testkit.Concurrently;
import dev.regulars.web.value.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Custom fields and values that are refused. */
@QuarkusTest
class UserFieldRefusalsTest {
    @Inject
    StoredDocuments stored;

    final String community = Ids.next();
    final String path = "/application/communities/" + community + "/user-fields";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "email",
                "XP",
                "first name",
                "roles",
                "revenue_op",
                "__proto__",
                "constructor",
                "$where",
                "a.b",
                "9lives",
                "a/b",
                "-a",
                "größe",
                "a\u0000b"
            })
    void namesThatMeanSomethingElseAreRefused(String name) {
        create(name, "date").then().statusCode(400);
    }

    @Test
    void twoFieldsCannotShareAName() {
        create("Revenue", "numerical").then().statusCode(201);

        create("revenue", "date")
                .then()
                .statusCode(409)
                .header("X-Error-Code", "field_taken")
                .body("meta.errors[0].message", equalTo("field already exists"));
        List<Response> twins = Concurrently.call(8, twin -> create("twin", "date"));
        assertThat(twins).extracting(Response::statusCode).containsOnlyOnce(201);
    }

    @Test
    void defaultFieldsAreTheSystems() {
        String email = caller().get(path).path("data.find { it.field == 'email' }._id");

        caller().get(path + "/" + email)
                .then()
                .statusCode(200)
                .body("data.creator", nullValue())
                .body("data.type", equalTo("single-line-text"));
        update(email, Map.of("name", "Mail", "type", "date")).then().statusCode(409);
        caller().delete(path + "/" + email).then().statusCode(409).header("X-Error-Code", "field_is_default");
    }

    @Test
    void noMoreThanTwoHundredFields() {
        for (int round = 0; round < 4; round++) {
            int first = 50 * round;
            List<Response> created = Concurrently.call(50, number -> create("f" + (first + number), "date"));
            assertThat(created).extracting(Response::statusCode).containsOnly(201);
        }

        create("one-more", "date")
                .then()
                .statusCode(409)
                .body("meta.errors[0].message", equalTo("limit reached: fields 200"));
    }

    @Test
    void onlyAdminsAndKeysWithThePermission() {
        user(Ids.next(), community, "member").get(path).then().statusCode(401);
        key(community, "getUserData").get(path).then().statusCode(401);
        user(Ids.next(), community, "admin").get(path).then().statusCode(200);
        key(Ids.next(), "userFields").get(path).then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({
        "numerical, 1e15",
        "numerical, \"5\"",
        "numerical, true",
        "numerical, {\"$gt\": 1}",
        "date, \"2026-02-30\"",
        "date, \"+1000000-01-01T00:00:00Z\"",
        "date, \"0000-01-01\"",
        "date, 5",
        "boolean, \"true\"",
        "single-line-text, \"a\\nb\"",
        "single-line-text, 5",
    })
    void valueOfAnotherTypeNamesItsField(String type, String json) {
        create("probe", type);

        dev.regulars.testkit.Tokens.service("webhook-service")
                .body("{\"communityId\": \"%s\", \"accountId\": \"%s\", \"cause\": \"%s\", \"fields\": {\"probe\": %s}}"
                        .formatted(community, Ids.next(), Ids.next(), json))
                .post("/internal/custom-fields")
                .then()
                .statusCode(400)
                .body("message", org.hamcrest.Matchers.startsWith("probe must be "));
    }

    @Test
    void unknownFieldsAndEndlessTextsAreRefused() {
        create("note", "single-line-text");

        service(Ids.next(), Map.of("nope", 1))
                .then()
                .statusCode(400)
                .body("message", equalTo("nope is an unknown field"));
        service(Ids.next(), Map.of("note", "x".repeat(1_001))).then().statusCode(400);
        service(Ids.next(), Map.of("__proto__", 1)).then().statusCode(400);
    }

    private Response create(String field, String type) {
        var body = new HashMap<String, Object>(Map.of("field", field, "name", "Name of " + type, "type", type));
        return caller().body(body).post(path);
    }

    private Response update(String id, Map<String, Object> body) {
        return caller().body(body).put(path + "/" + id);
    }

    private Response service(String member, Map<String, Object> values) {
        return dev.regulars.testkit.Tokens.service("webhook-service")
                .body(Map.of("communityId", community, "accountId", member, "fields", values, "cause", Ids.next()))
                .post("/internal/custom-fields");
    }

    private RequestSpecification caller() {
        return key(community, "userFields");
    }

    private Document member(String account) {
        return stored.collection("members")
                .find(new Document("_id", community + ":" + account))
                .collect()
                .first()
                .await()
                .atMost(ofSeconds(10));
    }
}
