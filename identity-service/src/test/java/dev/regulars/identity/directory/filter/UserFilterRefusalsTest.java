package dev.regulars.identity.directory.filter;

import static dev.regulars.testkit.Tokens.key;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.regulars.crypto.Secrets;
import dev.regulars.identity.directory.TestMembers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Filters that are refused, and the pages of the others. */
@QuarkusTest
class UserFilterRefusalsTest {
    final String community = Secrets.key().substring(0, 24);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"filter\": {\"$where\": \"1\"}}                              | filter.$where",
                "{\"filter\": {\"$or\": []}}                                    | filter.$or",
                "{\"filter\": {\"first_name\": {\"$ne\": \"x\"}}}               | filter.first_name",
                "{\"filter\": {\"xp\": {\"$gt\": 1}}}                           | filter.xp",
                "{\"filter\": {\"xp\": {\"gte\": {\"$numberLong\": \"1\"}}}}    | filter.xp",
                "{\"filter\": {\"join_date\": {\"$date\": \"2026-01-01\"}}}     | filter.join_date",
                "{\"filter\": {\"balances.units.xp\": 1}}                       | filter.balances.units.xp",
                "{\"filter\": {\"__proto__\": {\"gte\": 1}}}                    | filter.__proto__",
                "{\"filter\": {\"constructor\": 1}}                             | filter.constructor",
                "{\"filter\": {\"first_name\": {\"gte\": \"a\"}}}               | filter.first_name",
                "{\"filter\": {\"first_name\": [\"Ben\"]}}                      | filter.first_name",
                "{\"filter\": {\"first_name\": null}}                           | filter.first_name",
                "{\"filter\": {\"xp\": \"1\"}}                                  | filter.xp",
                "{\"filter\": {\"xp\": {}}}                                     | filter.xp",
                "{\"filter\": {\"xp\": {\"gte\": 1, \"lt\": 2}}}                | filter.xp",
                "{\"filter\": {\"xp\": 1e300}}                                  | filter.xp",
                "{\"filter\": {\"join_date\": \"+1000000-01-01\"}}              | filter.join_date",
                "{\"filter\": {\"join_date\": \"2026-02-30\"}}                  | filter.join_date",
                "{\"filter\": {\"join_date\": \"yesterday\"}}                   | filter.join_date",
                "{\"filter\": {\"revenue\": 1}}                                 | filter.revenue",
                "{\"fields\": [\"$where\"]}                                     | fields",
                "{\"fields\": [\"a.b\"]}                                        | fields",
                "{\"fields\": [\"__proto__\"]}                                  | fields",
                "{\"page\": 0}                                                  | page",
                "{\"cursor\": \"x\"}                                            | cursor",
                "{\"cursor\": \"x\", \"page\": 1}                               | page"
            })
    void whatIsNoFieldOrNoValueOfItIsRefusedByName(String body, String name) {
        ask(body).then().statusCode(400).body("message", containsString(name + " must be"));
    }

    @Test
    void aTextOfAMegabyteIsRefused() {
        ask(Map.of("filter", Map.of("first_name", "x".repeat(900_000))))
                .then()
                .statusCode(400)
                .body("message", equalTo("filter.first_name must be a text of at most 1000 characters"));
        ask(Map.of("filter", Map.of("x".repeat(900_000), 1))).then().statusCode(400);
    }

    @Test
    void pagesByNumberSayHowManyThereAre() {
        TestMembers.create(community);

        found("{\"fields\": [\"_id\"], \"page\": 1}")
                .body("data.users", hasSize(1))
                .body("data.current_page", equalTo(1))
                .body("data.total_pages", equalTo(1));
        found("{\"fields\": [\"_id\"], \"page\": 2}")
                .body("data.users", empty())
                .body("data.current_page", equalTo(2))
                .body("data.total_pages", equalTo(1));
    }

    private ValidatableResponse found(String body) {
        return ask(body).then().statusCode(200);
    }

    private Response ask(Object body) {
        return key(community, "getUserData").body(body).post("/integration/users/filter");
    }
}
