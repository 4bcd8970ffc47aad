package dev.regulars.community.server;

import static dev.regulars.events.DomainEvent.typeOf;
import static dev.regulars.testkit.Tokens.key;
import static dev.regulars.testkit.Tokens.systemKey;
import static dev.regulars.testkit.Tokens.user;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import dev.regulars.crypto.Secrets;
import dev.regulars.events.Topic;
import dev.regulars.events.community.CommunityEvent.MemberJoined;
import dev.regulars.events.community.CommunityEvent.RoleCreated;
import dev.regulars.events.community.CommunityEvent.ServerCreated;
import dev.regulars.testkit.Concurrently;
import dev.regulars.testkit.KafkaRecords;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ServerResourceTest {

    KafkaRecords records;

    final String owner = Secrets.key().substring(0, 24);

    @Test
    void aNewCommunityIsItsCreatorsAndIsTold() {
        Response created = user(owner).body(Map.of("name", "Chess")).post("/system/servers");

        created.then()
                .statusCode(200)
                .body("meta.message", equalTo("Server has been created successfully"))
                .body("body._id", matchesPattern("[0-9a-f]{24}"))
                .body("body.name", equalTo("Chess"))
                .body("body.timezone", equalTo("UTC"))
                .body("body.userId", equalTo("7"))
                .body("body.uri", nullValue())
                .body("body.createdAt", matchesPattern(".*\\.\\d{3}Z"))
                .body("body.__v", equalTo(0));
        String community = created.path("body._id");
        assertThat(records.typesAbout(Topic.COMMUNITY, community + ":" + community, 2))
                .containsExactly(typeOf(ServerCreated.class), typeOf(RoleCreated.class)); // of @all
        assertThat(records.typesAbout(Topic.COMMUNITY, community + ":" + owner, 1))
                .containsExactly(typeOf(MemberJoined.class));
    }

    @Test
    void theOwnerIsAMemberAtOnce() {
        String community = user(owner)
                .body(Map.of("name", "Chess"))
                .post("/system/servers")
                .path("body._id");

        user(owner, community, "owner")
                .post("/application/communities/{id}/visits", community)
                .then()
                .statusCode(200)
                .body("data.visitCount", equalTo(1));
    }

    @Test
    void aSystemKeyCreatesForItsOwner() {
        systemKey("e".repeat(24), owner)
                .body(Map.of("name", "Chess"))
                .post("/system/servers")
                .then()
                .statusCode(200);
    }

    @Test
    void communitiesAreCounted() {
        int first =
                user(owner).body(Map.of("name", "A")).post("/system/servers").path("body.id");
        int second =
                user(owner).body(Map.of("name", "B")).post("/system/servers").path("body.id");

        assertThat(second).isGreaterThan(first);
    }

    @Test
    void thirtyTwoTwinsAreOneCommunityAndOneAnswer() {
        String repeat = UUID.randomUUID().toString();

        List<Response> answers = Concurrently.call(32, twin -> user(owner)
                .header("Idempotency-Key", repeat)
                .body(Map.of("name", "Chess"))
                .post("/system/servers"));

        assertThat(answers).allMatch(answer -> answer.statusCode() == 200);
        assertThat(answers.stream().map(Response::asString).collect(Collectors.toSet()))
                .hasSize(1);
        user(owner)
                .header("Idempotency-Key", repeat)
                .body(Map.of("name", "Go"))
                .post("/system/servers")
                .then()
                .statusCode(422)
                .body("meta.message", equalTo("Idempotency-Key used with another body"));
    }

    @Test
    void anAddressBelongsToOneCommunity() {
        var body = Map.of("name", "Chess", "domain", "chess-" + owner + ".example.com");
        user(owner).body(body).post("/system/servers").then().statusCode(200);

        user(owner)
                .body(body)
                .post("/system/servers")
                .then()
                .statusCode(409)
                .body("meta.message", equalTo("domain already exists"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                          | name is required",
                "{\"name\":{\"$ne\":null}}                   | name must be a string",
                "{\"name\":\"a\",\"timezone\":\"Mars/Base\"} | timezone must be an IANA time zone such as Europe/Paris",
                "{\"name\":\"a\",\"uri\":\"With Space\"}     | uri must be 1 to 100 lower-case letters, digits and hyphens",
                "{\"name\":\"a\",\"ownerId\":\"b\"}          | ownerId is an unknown property",
                "{\"name\":                                  | Invalid request body",
            })
    void aWrongBodyIsRefused(String body, String message) {
        user(owner).body(body).post("/system/servers").then().statusCode(400).body("meta.message", equalTo(message));
    }

    @Test
    void whoHasNoCredentialOrTheWrongKindIsRefused() {
        given().contentType(ContentType.JSON)
                .body(Map.of("name", "a"))
                .post("/system/servers")
                .then()
                .statusCode(401)
                .body("meta.message", equalTo("Invalid API key"));
        key("e".repeat(24), "members")
                .body(Map.of("name", "a"))
                .post("/system/servers")
                .then()
                .statusCode(401)
                .body("meta.message", equalTo("Insufficient permission"));
    }

    @Test
    void anotherMethodIsRefusedWithThoseThatAreAllowed() {
        user(owner)
                .delete("/system/servers")
                .then()
                .statusCode(405)
                .header("Allow", equalTo("GET, HEAD, OPTIONS, POST"))
                .body("meta.message", equalTo("Method Not Allowed"));
    }
}
