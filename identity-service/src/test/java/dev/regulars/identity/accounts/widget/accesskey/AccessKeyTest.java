package dev.regulars.identity.accounts.widget.accesskey;

import static dev.regulars.events.DomainEvent.typeOf;
import static dev.regulars.identity.accounts.widget.WidgetFixture.OTHER_SITE;
import static dev.regulars.identity.accounts.widget.WidgetFixture.SITE;
import static dev.regulars.identity.accounts.widget.WidgetFixture.claims;
import static dev.regulars.identity.accounts.widget.WidgetFixture.exchange;
import static dev.regulars.identity.accounts.widget.WidgetFixture.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import dev.regulars.crypto.Secrets;
import dev.regulars.events.Topic;
import dev.regulars.events.identity.CallerChanged;
import dev.regulars.identity.TestAccounts;
import dev.regulars.identity.accounts.widget.WidgetFixture;
import dev.regulars.testkit.KafkaRecords;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class AccessKeyTest {

    KafkaRecords records;

    final WidgetFixture widgets = new WidgetFixture(Secrets.key().substring(0, 24));

    @Test
    void embedTokenIsTheMemberInItsCommunityOnly() {
        String widget = widgets.widget("accessKey");
        var ben = widgets.member();
        Response key = widgets.accessKey();
        key.then().statusCode(201).body("data.accessKey", matchesPattern("[0-9a-f]{64}"));

        String token = widgets.embedToken(
                        key, Map.of("data-email", ben.name() + "@example.com", "data-user-id", ben.userId()))
                .then()
                .statusCode(200)
                .body("data.expiresIn", equalTo(900))
                .extract()
                .path("data.embedToken");

        JsonPath claims = claims(token);
        assertThat(claims.getString("caller")).isEqualTo("widget");
        assertThat(claims.getString("account")).isEqualTo(ben.id());
        assertThat(claims.getString("community")).isEqualTo(widgets.community());
        assertThat(claims.getString("level")).isEqualTo("member");
        assertThat(claims.getList("origins")).isEqualTo(List.of(SITE));
        with(token)
                .post("/widget/widget-access-keys/validate")
                .then()
                .statusCode(200)
                .body("data.valid", equalTo(true))
                .body("data.userId", equalTo(ben.userId()))
                .body("data.widget.widgetId", equalTo(widget));
        String elsewhere = Secrets.key().substring(0, 24);
        with(token).get("/application/communities/{id}/users", elsewhere).then().statusCode(404);
        with(token).get("/application/me").then().statusCode(401);
        with(token).get("/application/users/apikeys/info").then().statusCode(401);
    }

    @Test
    void revokedKeyAndItsTokensAreRefusedAtOnce() {
        widgets.widget("accessKey");
        Response key = widgets.accessKey();
        String token = widgets.embedToken(key, Map.of())
                .then()
                .statusCode(200)
                .extract()
                .path("data.embedToken");
        exchange(token).then().statusCode(200);

        widgets.admin()
                .delete("/application/widget-access-keys/{id}", key.<String>path("data.accessId"))
                .then()
                .statusCode(200)
                .body("message", equalTo("Delete widget access key success."));

        exchange(token).then().statusCode(401);
        widgets.embedToken(key, Map.of())
                .then()
                .statusCode(401)
                .body("data", nullValue())
                .body("message", equalTo("Invalid access key"));
        assertThat(records.typesAbout(Topic.CALLERS, "credential:" + key.path("data.accessId"), 1))
                .containsExactly(typeOf(CallerChanged.class));
    }

    @Test
    void tokenEndsWithItsWidget() {
        String widget = widgets.widget("accessKey");
        String token = widgets.embedToken(widgets.accessKey(), Map.of()).path("data.embedToken");
        exchange(token).then().statusCode(200);

        widgets.admin().body(Map.of("isEnabled", false)).patch("/application/widgets/{id}", widget);

        exchange(token).then().statusCode(401);
    }

    @ParameterizedTest
    @CsvSource({
        "email, x@example.com, 400",
        "data-phone, 1, 400",
        "data-email, nobody@example.com, 404",
        "data-user-id, 999999999, 404",
    })
    void identifiersMustFitOneMember(String name, String value, int status) {
        widgets.widget("accessKey");

        widgets.embedToken(widgets.accessKey(), Map.of(name, value)).then().statusCode(status);
    }

    @Test
    void identifiersOfTwoMembersFitNobody() {
        widgets.widget("accessKey");
        var ben = widgets.member();
        var ana = widgets.member();

        widgets.embedToken(
                        widgets.accessKey(),
                        Map.of("data-email", ben.name() + "@example.com", "data-user-id", ana.userId()))
                .then()
                .statusCode(404);
    }

    @Test
    void tokenIsRefusedOnASiteThatIsNotListed() {
        widgets.widget("accessKey");
        var ben = widgets.member();
        String token = widgets.embedToken(widgets.accessKey(), Map.of("data-user-id", ben.userId()))
                .path("data.embedToken");

        with(token)
                .header("Origin", SITE)
                .post("/widget/widget-access-keys/validate")
                .then()
                .statusCode(200);
        with(token)
                .header("Origin", OTHER_SITE)
                .post("/widget/widget-access-keys/validate")
                .then()
                .statusCode(403)
                .body("message", equalTo("Forbidden"));
        with(token)
                .header("Origin", "null")
                .post("/widget/widget-access-keys/validate")
                .then()
                .statusCode(403);
        with(token)
                .header("Origin", "https://api.example.com")
                .header("X-Regulars-Host", "api.example.com")
                .post("/widget/widget-access-keys/validate")
                .then()
                .statusCode(200);
    }

    @Test
    void keyIsForItsWidgetsAndTheirSites() {
        String store = widgets.widget("accessKey");
        String signIn = widgets.widget("token");

        create(Map.of("name", "a", "widgetIds", List.of(signIn))).then().statusCode(400);
        create(Map.of("name", "a", "origins", List.of(OTHER_SITE))).then().statusCode(400);
        create(Map.of("name", "a", "expireDate", "2020-01-01T00:00:00Z")).then().statusCode(400);
        create(Map.of("name", "a", "widgetIds", List.of(store), "origins", List.of(SITE)))
                .then()
                .statusCode(201);
        widgets.admin().get("/application/widget-access-keys").then().body("data.size()", equalTo(1));
    }

    @Test
    void signInIsTheMemberUntilTheApiKeyEnds() {
        widgets.widget("token");
        var ben = widgets.member();
        String key = widgets.signInKey("widgets");

        String token = widgets.signIn(key, ben.name() + "@example.com")
                .then()
                .statusCode(200)
                .body("expiresIn", equalTo(300))
                .extract()
                .path("token");
        JsonPath claims = claims(token);
        assertThat(claims.getString("account")).isEqualTo(ben.id());
        assertThat(claims.getString("caller")).isEqualTo("widget");
        with(token)
                .get("/application/communities/{id}/users", widgets.community())
                .then()
                .statusCode(200);

        dev.regulars.testkit.Tokens.user("a".repeat(24), widgets.community(), "owner")
                .delete(
                        "/application/communities/{community}/api-keys/{id}",
                        widgets.community(),
                        claims.getString("credential"))
                .then()
                .statusCode(200);
        exchange(token).then().statusCode(401);
    }

    @Test
    void signInTakesAKeyOfTheCommunityThatMay() {
        var ben = widgets.member();
        String email = ben.name() + "@example.com";

        for (String key :
                List.of("none", widgets.signInKey("store"), new WidgetFixture("b".repeat(24)).signInKey("widgets"))) {
            widgets.signIn(key, email).then().statusCode(401).body("message", equalTo("Invalid access key"));
        }
        String right = widgets.signInKey("widgets");
        widgets.signIn(right, TestAccounts.name() + "@example.com").then().statusCode(404);
        widgets.signIn(right, " ").then().statusCode(400).body("message", equalTo("email is required"));
    }

    private Response create(Map<String, Object> body) {
        return widgets.admin().body(body).post("/application/widget-access-keys");
    }
}
