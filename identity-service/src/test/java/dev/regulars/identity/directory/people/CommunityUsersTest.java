package dev.regulars.identity.directory.people;

import static dev.regulars.testkit.Tokens.key;
import static dev.regulars.testkit.Tokens.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.regulars.crypto.Secrets;
import dev.regulars.identity.TestAccounts;
import dev.regulars.identity.directory.CommunityServiceStub;
import dev.regulars.identity.directory.TestMembers;
import dev.regulars.identity.directory.TestMembers.TestMember;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class CommunityUsersTest {

    /** The query of the documented call, to the letter. */
    private static final String DOCUMENTED =
            "_id&id&avatar&displayName&username&firstName&lastName&email&isOnline&lastLogin";

    private static final Set<String> TEN = Set.of(
            "_id",
            "id",
            "avatar",
            "displayName",
            "username",
            "firstName",
            "lastName",
            "email",
            "isOnline",
            "lastLogin");
    private static final Set<String> OF_OTHERS =
            Set.of("_id", "id", "avatar", "displayName", "username", "firstName", "lastName", "isOnline");

    final String community = Secrets.key().substring(0, 24);

    @Test
    void documentedCallAnswersAllTenFields() {
        TestMember ben = TestMembers.create(community, TestAccounts.name(), 4);

        Response answer = user("a".repeat(24), community, "owner").get(path() + "?page&limit&" + DOCUMENTED);

        answer.then()
                .statusCode(200)
                .body("meta", equalTo(Map.of("status", "success", "statusCode", 200)))
                .body("message", equalTo("Get users success."))
                .body("data", hasSize(1))
                .body("data[0]._id", equalTo(ben.id()))
                .body("data[0].id", equalTo(Integer.parseInt(ben.userId())))
                .body("data[0].avatar", nullValue())
                .body("data[0].displayName", equalTo("Ben B."))
                .body("data[0].email", equalTo(ben.name() + "@example.com"))
                .body("data[0].isOnline", equalTo(false))
                .body("data[0].lastLogin", nullValue());
        assertThat(keys(answer, "data[0]")).isEqualTo(TEN);
    }

    @Test
    void withoutFlagsAllFieldsAreAnsweredAndOneThatIsOffIsNot() {
        TestMember ben = TestMembers.create(community, TestAccounts.name(), 4);

        ben.calls().get(path() + "/" + ben.id()).then().body("data.accessLevel", equalTo(4));
        Response answer = ben.calls().get(path() + "/" + ben.id() + "?email=false&lastLogin=0");

        assertThat(keys(answer, "data")).doesNotContain("email", "lastLogin").contains("isOnline", "accessLevel");
        assertThat(keys(ben.calls().get(path() + "/" + ben.id() + "?email=true&id=1&username=0"), "data"))
                .containsExactlyInAnyOrder("email", "id");
    }

    @Test
    void membersSeeOfOthersWhatTheTableAllows() {
        TestMember ben = TestMembers.create(community);
        TestMember ana = TestMembers.create(community);

        Response answer = ana.calls().get(path() + "/" + ben.id() + "?" + DOCUMENTED);

        answer.then().statusCode(200).body("message", equalTo("Get user success."));
        assertThat(keys(answer, "data")).isEqualTo(OF_OTHERS);
        assertThat(keys(ana.calls().get(path() + "?" + DOCUMENTED + "&limit=1&page=1"), "data[0]"))
                .isIn(OF_OTHERS, TEN);
        assertThat(keys(ana.calls().get(path() + "/" + ana.id() + "?" + DOCUMENTED), "data"))
                .isEqualTo(TEN);
        assertThat(keys(
                        user("a".repeat(24), community, "admin").get(path() + "/" + ben.id() + "?" + DOCUMENTED),
                        "data"))
                .isEqualTo(TEN);
    }

    @Test
    void whatSomebodyHidesIsLeftOutForMembersOnly() {
        TestMember ben = TestMembers.create(community);
        TestMember ana = TestMembers.create(community);

        ben.callsAlone()
                .body(Map.of("lastName", "admins", "isOnline", "admins"))
                .put("/application/users/{id}/privacy", ben.id())
                .then()
                .statusCode(200)
                .body("message", equalTo("Update privacy success."))
                .body("data", equalTo(Map.of("firstName", "everyone", "lastName", "admins", "isOnline", "admins")));

        assertThat(keys(ana.calls().get(path() + "/" + ben.id()), "data"))
                .contains("firstName")
                .doesNotContain("lastName", "isOnline");
        assertThat(keys(ben.calls().get(path() + "/" + ben.id()), "data")).contains("lastName", "isOnline");
        assertThat(keys(user("a".repeat(24), community, "admin").get(path() + "/" + ben.id()), "data"))
                .contains("lastName", "isOnline");
    }

    @Test
    void pagesAreInOneOrderAndEndInAnEmptyOne() {
        List<String> all = List.of(
                        TestMembers.create(community), TestMembers.create(community), TestMembers.create(community))
                .stream()
                .map(TestMember::id)
                .sorted()
                .toList();

        var owner = user("a".repeat(24), community, "owner");
        owner.get(path() + "?page=1&limit=2&_id").then().body("data._id", equalTo(all.subList(0, 2)));
        user("a".repeat(24), community, "owner")
                .get(path() + "?page=2&limit=2&_id")
                .then()
                .body("data._id", equalTo(all.subList(2, 3)));
        user("a".repeat(24), community, "owner")
                .get(path() + "?page=3&limit=2")
                .then()
                .statusCode(200)
                .body("data", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"_id", "_id=", "_id&foo", "foo&_id=1"})
    void flagIsOnWithOrWithoutAnEqualsSign(String query) {
        TestMember ben = TestMembers.create(community);

        assertThat(keys(ben.calls().urlEncodingEnabled(false).get(path() + "/" + ben.id() + "?" + query), "data"))
                .containsExactly("_id");
    }

    @ParameterizedTest
    @CsvSource({
        "page=0, page",
        "page=-1, page",
        "page=x, page",
        "page=1.5, page",
        "limit=0, limit",
        "limit=201, limit",
        "limit=%2B5, limit",
        "email=yes, email",
        "_id=2, _id"
    })
    void badQueriesAreRefusedNamingTheField(String query, String field) {
        user("a".repeat(24), community, "owner")
                .urlEncodingEnabled(false)
                .get(path() + "?" + query)
                .then()
                .statusCode(400)
                .body("message", equalTo("Bad Request"))
                .body("meta.errors.field", contains(field));
    }

    @Test
    void formerMembersStrangersAndKeysAreRefused() {
        TestMember ben = TestMembers.create(community);
        try (var communities = new CommunityServiceStub()) {
            key(community, "manageUser")
                    .body(Map.of("action", "delete", "user", ben.id()))
                    .post("/integration/users/manage")
                    .then()
                    .statusCode(200);
        }

        user("a".repeat(24), community, "owner")
                .get(path() + "/" + ben.id())
                .then()
                .statusCode(404);
        user("a".repeat(24), community, "owner").get(path()).then().body("data", empty());
        user("a".repeat(24), "f".repeat(24), "owner").get(path()).then().statusCode(404);
        user("a".repeat(24), community, "owner").get(path() + "/x").then().statusCode(400);
        key(community, "getUserData").get(path()).then().statusCode(401);
    }

    @Test
    void oneReadsOneselfOutsideOfCommunitiesAndNobodyElse() {
        TestMember ben = TestMembers.create(community);
        TestMember ana = TestMembers.create(community);

        Response own = ben.callsAlone().get("/application/users/" + ben.id() + "?" + DOCUMENTED);

        own.then()
                .statusCode(200)
                .body("message", equalTo("Get user success."))
                .body("data.email", equalTo(ben.name() + "@example.com"));
        assertThat(keys(own, "data")).isEqualTo(TEN);
        ben.callsAlone().get("/application/users/" + ana.id()).then().statusCode(404);
        ben.callsAlone()
                .get("/application/users/" + ana.id() + "/privacy")
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"email\": \"admins\"}", "{\"firstName\": \"friends\"}", "{\"firstName\": 1}", "[]"})
    void onlyWhatMayBeHiddenCanBeHidden(String body) {
        TestMember ben = TestMembers.create(community);

        ben.callsAlone()
                .body(body)
                .put("/application/users/{id}/privacy", ben.id())
                .then()
                .statusCode(400);
        ben.callsAlone()
                .get("/application/users/{id}/privacy", ben.id())
                .then()
                .statusCode(200)
                .body("message", equalTo("Get privacy success."))
                .body("data.values()", hasItems("everyone", "everyone", "everyone"));
    }

    private String path() {
        return "/application/communities/" + community + "/users";
    }

    private static Set<String> keys(Response answer, String object) {
        Map<String, Object> found = answer.path(object);
        return found.keySet();
    }
}
