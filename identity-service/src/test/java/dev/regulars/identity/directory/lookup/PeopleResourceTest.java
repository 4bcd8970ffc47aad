package dev.regulars.identity.directory.lookup;

import static dev.regulars.testkit.Tokens.key;
import static dev.regulars.testkit.Tokens.service;
import static java.util.Collections.nCopies;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.regulars.crypto.Secrets;
import dev.regulars.identity.TestAccounts;
import dev.regulars.identity.directory.CommunityServiceStub;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PeopleResourceTest {

    final String community = Secrets.key().substring(0, 24);
    final String name = TestAccounts.name();

    @Test
    void memberIsFoundByEachKeyWithinItsCommunityOnly() {
        Response created = created();
        String id = created.path("data._id");

        find(community, "_id", List.of(id, "0".repeat(24)))
                .body("people", hasSize(1))
                .body("people[0].asked", equalTo(id))
                .body("people[0].userId", equalTo(created.path("data.userId")))
                .body("people[0].username", equalTo(name))
                .body("people[0].email", equalTo(name + "@example.com"))
                .body("people[0].firstName", equalTo("Ben"))
                .body("people[0].displayName", equalTo("Ben B."))
                .body("people[0].isMember", equalTo(true));
        findsOne("userId", created.path("data.userId"), id);
        findsOne("email", name.toUpperCase(Locale.ROOT) + "@Example.com", id);
        findsOne("username", name.toUpperCase(Locale.ROOT), id);
        for (String any : List.of(id, created.path("data.userId"), name, name + "@example.com")) {
            findsOne("any", any, id);
        }
        find("f".repeat(24), "any", List.of(id, name)).body("people", hasSize(0));
    }

    @Test
    void keyOfOneKindFindsNothingByAnother() {
        Response created = created();

        find(community, "email", List.of(created.path("data._id"), name)).body("people", hasSize(0));
        find(community, "username", List.of(created.path("data.userId"), name + "@example.com"))
                .body("people", hasSize(0));
        find(community, "any", List.of("", " ", "$ne", "{}")).body("people", hasSize(0));
    }

    @Test
    void formerMemberIsFoundAsOne() {
        Response created = created();
        try (var communities = new CommunityServiceStub()) {
            key(community, "manageUser")
                    .body(Map.of("action", "delete", "user", name))
                    .post("/integration/users/manage")
                    .then()
                    .statusCode(200);
        }

        String id = created.path("data._id");
        find(community, "_id", List.of(id)).body("people[0].isMember", equalTo(false));
    }

    @Test
    void moreThanAPageOrAnUnknownKeyIsRefused() {
        ask(community, "_id", nCopies(201, "0".repeat(24))).then().statusCode(400);
        ask(community, "password", List.of("x")).then().statusCode(400);
    }

    private Response created() {
        try (var communities = new CommunityServiceStub()) {
            return key(community, "createUser")
                    .body(Map.of(
                            "firstname",
                            "Ben",
                            "lastname",
                            "Silva",
                            "username",
                            name,
                            "displayname",
                            "Ben B.",
                            "email",
                            name + "@example.com",
                            "accessLevel",
                            3,
                            "joinServer",
                            true,
                            "emailPassword",
                            false,
                            "sendEmail",
                            false))
                    .post("/integration/users")
                    .then()
                    .statusCode(200)
                    .extract()
                    .response();
        }
    }

    private void findsOne(String by, String value, String account) {
        find(community, by, List.of(value)).body("people.accountId", equalTo(List.of(account)));
    }

    private static ValidatableResponse find(String community, String by, List<String> values) {
        return ask(community, by, values).then().statusCode(200);
    }

    private static Response ask(String community, String by, List<String> values) {
        return service("messaging-service")
                .body(Map.of("communityId", community, "by", by, "values", values))
                .post("/internal/people");
    }
}
