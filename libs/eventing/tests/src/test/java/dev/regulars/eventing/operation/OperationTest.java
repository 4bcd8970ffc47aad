package dev.regulars.eventing.operation;

import static dev.regulars.testkit.Tokens.key;
import static dev.regulars.testkit.Tokens.user;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.regulars.testkit.document.DocumentedResponses;
import dev.regulars.web.value.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operation has without a word of its own: tenant, envelope, repeats, refusals. */
@QuarkusTest
class OperationTest {

    private static final String BODY = "{\"title\":\"Ace\",\"pin\":\"1234-5678-9012-3456\"}";

    final String community = Ids.next();
    final String path = "/application/communities/" + community + "/cards";

    @Test
    void whatIsAnsweredIsInTheEnvelopeWithTheStatusOfTheOperation() {
        create(UUID.randomUUID().toString())
                .then()
                .statusCode(201)
                .body("meta.status", equalTo("success"))
                .body("meta.statusCode", equalTo(201))
                .body("message", equalTo("Create card success."))
                .body("data.title", equalTo("Ace"))
                .body("data.pin", equalTo("1234-5678-9012-3456"));
    }

    @Test
    void aRepeatIsAnsweredByTheFirstAnswerMaskedAndDraftsNothing() {
        String key = UUID.randomUUID().toString();
        String first = create(key).then().statusCode(201).extract().path("data._id");
        int drafts = CardResource.DRAFTS.get();

        create(key)
                .then()
                .statusCode(201)
                .body("data._id", equalTo(first))
                .body("data.pin", equalTo("1234" + "*".repeat(11) + "3456"));
        assertThat(CardResource.DRAFTS).hasValue(drafts);
    }

    @Test
    void anotherSecretUnderTheSameKeyIsAnotherBody() {
        String key = UUID.randomUUID().toString();
        create(key).then().statusCode(201);

        admin().header("Idempotency-Key", key)
                .body(BODY.replace("3456", "9999"))
                .post(path)
                .then()
                .statusCode(422)
                .header("X-Error-Code", "idempotency_key_reused");
    }

    @Test
    void theKeyOfOneOperationIsAnotherCallInAnotherAndOfAnotherThing() {
        String key = UUID.randomUUID().toString();
        String one = create(null).path("data._id");
        String other = create(null).path("data._id");

        admin().header("Idempotency-Key", key).delete(path + "/" + one).then().statusCode(200);
        admin().header("Idempotency-Key", key).delete(path + "/" + one).then().statusCode(200);
        admin().header("Idempotency-Key", key).delete(path + "/" + other).then().statusCode(422);
    }

    @Test
    void aKeyThatIsSentTwiceIsRefused() {
        admin().header("Idempotency-Key", "a", "b")
                .body(BODY)
                .post(path)
                .then()
                .statusCode(400)
                .body("meta.errors[0].message", equalTo("Idempotency-Key must be sent once"));
    }

    @Test
    void anOperationOfNobodyIsRepeatableByTheAddressInItsBody() {
        String key = UUID.randomUUID().toString();
        String ana =
                claim(key, "ana@example.com").then().statusCode(200).extract().path("data._id");

        claim(key, "ana@example.com").then().statusCode(200).body("data._id", equalTo(ana));
        claim(key, "ben@example.com").then().statusCode(200).body("data._id", not(equalTo(ana)));
    }

    @Test
    void aChangedCallerIsToldBesideTheAnswerOnceItIsCommitted() {
        String card = create(null).path("data._id");

        admin().header("Idempotency-Key", UUID.randomUUID().toString())
                .delete(path + "/" + card)
                .then()
                .statusCode(200)
                .body("data", equalTo(Map.of()))
                .header("X-Regulars-Changed", "credential:" + card);
        admin().delete(path + "/" + card)
                .then()
                .statusCode(404)
                .header("X-Regulars-Changed", nullValue())
                .header("X-Error-Code", "record_not_found")
                .body("meta.code", equalTo("record_not_found"));
    }

    @Test
    void absentNullAndValueAreToldApart() {
        String card = create(null).path("data._id");

        patch(card, "{\"note\":\"new\"}").then().statusCode(200).body("data.note", equalTo("new"));
        patch(card, "{}").then().statusCode(200).body("data.note", equalTo("new"));
        patch(card, "{\"note\":null}").then().statusCode(200).body("data.note", nullValue());
        patch(card, "{\"note\":\"longer\"}")
                .then()
                .statusCode(400)
                .body("meta.errors[0].message", equalTo("note must be at most 5 characters"));
        patch(card, "{\"note\":1}")
                .then()
                .statusCode(400)
                .body("meta.errors[0].message", equalTo("note must be a string"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                    | pin is required; title is required",
                "{\"title\":\"a\",\"pin\":null}        | pin is required",
                "{\"title\":\"a\",\"pin\":1234}        | pin must be a string",
                "{\"title\":\"a\",\"pin\":\"\\u0000234\"} | pin must be a string",
                "{\"title\":\"a\",\"pin\":\"123\"}     | pin must be 4 to 64 characters",
                "{\"title\":\"a\",\"pin\":\"1234\",\"x\":1} | x is an unknown property",
                "{\"title\":\"\\u202eevil\",\"pin\":\"1234\"} | title must have visible characters and no control or hidden ones",
                "{\"title\":\"\\u200b\",\"pin\":\"1234\"} | title must have visible characters and no control or hidden ones",
                "{\"title\":\"a\\r\\nb\",\"pin\":\"1234\"} | title must have visible characters and no control or hidden ones",
                "{\"title\":\"123456789012345678901\",\"pin\":\"1234\"} | title must be at most 20 characters",
                "{\"title\":\"a\",\"pin\":\"1234\",\"image\":\"javascript:alert(1)\"} | image must be an http or https URL",
                "{\"title\":\"a\",\"pin\":\"1234\",\"host\":\"..\"} | host must be a host name in lower case",
                "{\"title\":\"a\",\"pin\":\"1234\",\"until\":\"+10000-01-01T00:00:00Z\"} | until must be a time such as 2026-03-10T16:15:50.123Z, of the years 1 to 9999",
                "{\"title\":\"a\",\"pin\":\"1234\",\"until\":\"+292278994-08-17T07:12:55.807Z\"} | until must be a time such as 2026-03-10T16:15:50.123Z, of the years 1 to 9999",
            })
    void everythingThatIsWrongIsTold(String body, String message) {
        Response no = admin().body(body).post(path);

        assertThat(no.statusCode()).as(no.asString()).isEqualTo(400);
        assertThat(String.join("; ", no.<java.util.List<String>>path("meta.errors.message")))
                .isEqualTo(message);
        assertThat(no.header("X-Error-Code")).isEqualTo("field_invalid");
    }

    @Test
    void anEnumIsReadAndRefusedByItsNamesOnTheWire() {
        admin().body(BODY.replace("}", ",\"permission\":\"createUser\"}"))
                .post(path)
                .then()
                .statusCode(201);
        String refused = admin().body(BODY.replace("}", ",\"permission\":\"CREATE_USER\"}"))
                .post(path)
                .then()
                .statusCode(400)
                .extract()
                .path("meta.errors[0].message");
        assertThat(refused).startsWith("permission must be one of: getUserData, getUserStats, createUser");
    }

    @Test
    void anEncodedBodyIsAMediaTypeThatNobodyReads() {
        admin().header("Content-Encoding", "gzip").body(BODY).post(path).then().statusCode(415);
    }

    @Test
    void aRefusalIsAProblemForWhoAsksForOne() {
        admin().accept("application/problem+json")
                .get(path + "/" + "0".repeat(24))
                .then()
                .statusCode(405);
        admin().accept("application/problem+json")
                .delete(path + "/" + "0".repeat(24))
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("record_not_found"));
    }

    @Test
    void anUnauthorizedAnswerSaysWhatWouldDo() {
        given().body(BODY)
                .contentType("application/json")
                .post(path)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer error=\"invalid_token\"")
                .header("X-Error-Code", "credential_invalid");
        plain(key(community, "members"))
                .body(BODY)
                .post(path)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer error=\"insufficient_scope\", scope=\"store\"")
                .header("X-Error-Code", "permission_missing");
        plain(key(community, "store"))
                .body(BODY)
                .post(path)
                .then()
                .statusCode(201)
                .body("data._id", notNullValue());
    }

    private Response create(String key) {
        RequestSpecification request = admin();
        return (key == null ? request : request.header("Idempotency-Key", key))
                .body(BODY)
                .post(path);
    }

    private Response patch(String card, String body) {
        return admin().body(body).patch(path + "/" + card);
    }

    private static Response claim(String key, String email) {
        return given().contentType("application/json")
                .header("Idempotency-Key", key)
                .body(Map.of("email", email))
                .post("/application/cards/claims");
    }

    private RequestSpecification admin() {
        return plain(user("a".repeat(24), community, "admin"));
    }

    static RequestSpecification plain(RequestSpecification request) {
        return request.noFiltersOfType(DocumentedResponses.class);
    }
}
