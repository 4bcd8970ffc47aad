package dev.regulars.identity.directory.membershipstatus;

import static dev.regulars.events.DomainEvent.typeOf;
import static dev.regulars.testkit.Tokens.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.regulars.crypto.Secrets;
import dev.regulars.events.Topic;
import dev.regulars.events.identity.CallerChanged;
import dev.regulars.identity.TestAccounts;
import dev.regulars.identity.directory.CommunityServiceStub;
import dev.regulars.testkit.Concurrently;
import dev.regulars.testkit.KafkaRecords;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ManageUserTest {

    KafkaRecords records;

    final String community = Secrets.key().substring(0, 24);
    final String name = TestAccounts.name();
    CommunityServiceStub communities;
    Response created;
    String account;

    @BeforeEach
    void create() {
        communities = new CommunityServiceStub();
        created = create(name);
        account = created.path("data._id");
    }

    @AfterEach
    void close() {
        communities.close();
    }

    @Test
    void deletedUserIsNotFoundAndRestoredUserIsComplete() {
        String before = info().asString();

        Response deleted = manage("delete", name);
        assertThat(deleted.statusCode()).isEqualTo(200);
        assertThat(deleted.asString())
                .isEqualTo(
                        "{\"status\":\"success\",\"message\":\"User deleted successfully\",\"action\":\"delete\",\"user\":\""
                                + name + "\"}");
        info().then().statusCode(404).body("message", equalTo("Record Not Found"));

        Response restored = manage("restore", name);
        assertThat(restored.statusCode()).isEqualTo(200);
        assertThat(restored.asString())
                .isEqualTo(
                        "{\"status\":\"success\",\"message\":\"User restored successfully\",\"action\":\"restore\",\"user\":\""
                                + name + "\"}");
        assertThat(info().asString()).isEqualTo(before);
    }

    @Test
    void userIsFoundByIdNumberAddressAndUsername() {
        for (String user : List.of(
                name.toUpperCase(Locale.ROOT), name + "@EXAMPLE.com", account, created.<String>path("data.userId"))) {
            manage("delete", user).then().statusCode(200).body("user", equalTo(user));
            info().then().statusCode(404);
            manage("restore", user).then().statusCode(200);
            info().then().statusCode(200);
        }
    }

    @Test
    void a10_oneOrderOfLookUpForAllOperations() {
        String id = created.path("data.userId");
        create(id).then().statusCode(400).body("message", startsWith("username must not"));
        create("0123456789abcdef01234567").then().statusCode(400).body("message", startsWith("username must not"));

        manage("delete", id).then().statusCode(200);

        info().then().statusCode(404);
    }

    @Test
    void repeatChangesNothing() {
        Response first = manage("delete", name);
        Response again = manage("delete", name);

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.asString()).isEqualTo(first.asString());
        info().then().statusCode(404);
    }

    @Test
    void sixtyFourParallelDeletesAreOne() {
        List<Response> answers = Concurrently.call(64, twin -> manage("delete", name));

        assertThat(answers).allMatch(answer -> answer.statusCode() == 200);
        assertThat(answers).allMatch(answer -> ("membership:" + community + ":" + account)
                .equals(answer.header("X-Regulars-Changed")));
        info().then().statusCode(404);
        assertThat(records.typesAbout(Topic.CALLERS, "membership:" + community + ":" + account, 1))
                .contains(typeOf(CallerChanged.class));
    }

    @Test
    void callerAndKeyArePassedToCommunityService() {
        String repeat = UUID.randomUUID().toString();

        caller().header("Idempotency-Key", repeat)
                .body(Map.of("action", "delete", "user", name))
                .post("/integration/users/manage")
                .then()
                .statusCode(200);

        var asked = communities.standings.getFirst();
        assertThat(asked.getString("key")).isEqualTo(repeat);
        assertThat(asked.getString("caller")).isEqualTo("key-of-" + community);
        assertThat(asked.getString("communityId")).isEqualTo(community);
        assertThat(asked.getBoolean("ended")).isTrue();
    }

    @Test
    void userOfAnotherCommunityIsNotFoundAndUnchanged() {
        key("f".repeat(24), "manageUser")
                .body(Map.of("action", "delete", "user", name))
                .post("/integration/users/manage")
                .then()
                .statusCode(404)
                .body("status", equalTo("error"))
                .body("message", equalTo("Record Not Found"));

        assertThat(communities.standings).isEmpty();
        info().then().statusCode(200);
        manage("delete", "nobody").then().statusCode(404).body("message", equalTo("Record Not Found"));
    }

    @Test
    void ownerCannotBeDeleted() {
        communities.owner = account;

        manage("delete", name).then().statusCode(409).body("message", equalTo("The owner cannot be deleted"));
        info().then().statusCode(200);
    }

    @Test
    void withoutCommunityServiceTheAnswerIs503() {
        communities.close();

        manage("delete", name).then().statusCode(503).header("Retry-After", notNullValue());
        info().then().statusCode(200);
    }

    @Test
    void withoutThePermissionNothingChanges() {
        key(community, "createUser")
                .body(Map.of("action", "delete", "user", name))
                .post("/integration/users/manage")
                .then()
                .statusCode(401)
                .body("message", equalTo("Insufficient permission"));
        assertThat(communities.standings).isEmpty();
    }

    @Test
    void tooLongUserIsRefused() {
        manage("delete", "a".repeat(255))
                .then()
                .statusCode(400)
                .body("message", equalTo("user must be at most 254 characters"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"user\":\"a\"}                                     | action is required",
                "{\"action\":\"ban\",\"user\":\"a\"}                  | action must be one of: delete, restore",
                "{\"action\":\"delete\"}                              | user is required",
                "{\"action\":\"delete\",\"user\":\" \"}               | user is required",
                "{\"action\":\"delete\",\"user\":{\"$ne\":\"\"}}      | user must be a string",
                "{\"action\":\"delete\",\"user\":\"a\",\"user\":\"b\"} | Invalid request body",
                "{\"action\":\"delete\",\"user\":\"a\",\"force\":true}  | force is an unknown property",
            })
    void invalidFieldIsNamed(String body, String message) {
        caller().body(body)
                .post("/integration/users/manage")
                .then()
                .statusCode(400)
                .body("message", equalTo(message));
    }

    private Response manage(String action, String user) {
        return caller().body(Map.of("action", action, "user", user)).post("/integration/users/manage");
    }

    private Response info() {
        return caller().body(Map.of("idOrEmail", account)).post("/integration/users/info");
    }

    private RequestSpecification caller() {
        return key(community, "createUser", "getUserData", "manageUser");
    }

    private Response create(String username) {
        Map<String, Object> user = TestAccounts.newUser(name + (username.equals(name) ? "" : "2"));
        user.put("username", username);
        return caller().body(user).post("/integration/users");
    }
}
