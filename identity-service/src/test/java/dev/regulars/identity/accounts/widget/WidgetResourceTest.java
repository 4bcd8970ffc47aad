package dev.regulars.identity.accounts.widget;

import static dev.regulars.events.DomainEvent.typeOf;
import static dev.regulars.identity.accounts.widget.WidgetFixture.SITE;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.regulars.crypto.Secrets;
import dev.regulars.events.Topic;
import dev.regulars.events.identity.CallerChanged;
import dev.regulars.testkit.KafkaRecords;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class WidgetResourceTest {

    KafkaRecords records;

    final WidgetFixture widgets = new WidgetFixture(Secrets.key().substring(0, 24));

    @Test
    void widgetIsCreatedListedChangedAndDeleted() {
        String id = widgets.create(Map.of("type", "currency-view"))
                .then()
                .statusCode(201)
                .body("message", equalTo("Create widget success."))
                .body("data.type", equalTo("currency-view"))
                .body("data.isEnabled", equalTo(true))
                .body("data.origins", contains(SITE))
                .extract()
                .path("data._id");

        widgets.admin()
                .body(Map.of("name", "Coins", "isEnabled", false))
                .patch("/application/widgets/{id}", id)
                .then()
                .statusCode(200)
                .body("data.name", equalTo("Coins"))
                .body("data.auth", equalTo("accessKey"))
                .body("data.isEnabled", equalTo(false));
        widgets.admin().get("/application/widgets").then().statusCode(200).body("data._id", contains(id));
        widgets.admin()
                .get("/application/widgets/{id}", id)
                .then()
                .statusCode(200)
                .body("data.name", equalTo("Coins"));
        widgets.admin().delete("/application/widgets/{id}", id).then().statusCode(200);
        widgets.admin().get("/application/widgets/{id}", id).then().statusCode(404);

        assertThat(records.typesAbout(Topic.CALLERS, "credential:" + id, 2))
                .as("its tokens are asked for again")
                .containsOnly(typeOf(CallerChanged.class));
    }

    @Test
    void widgetOfAnotherCommunityIsNotFound() {
        String id = widgets.widget("token");
        var other = new WidgetFixture(Secrets.key().substring(0, 24));

        other.admin().get("/application/widgets/{id}", id).then().statusCode(404);
        other.admin()
                .body(Map.of("name", "Mine"))
                .patch("/application/widgets/{id}", id)
                .then()
                .statusCode(404);
        other.admin().delete("/application/widgets/{id}", id).then().statusCode(404);
        other.admin().get("/application/widgets").then().body("data", empty());
    }

    @ParameterizedTest
    @CsvSource({
        "type, shop, type must be one of",
        "auth, none, auth must be one of",
        "name, '', name is required",
        "url, https://www.example.com, url must be left out: only custom widgets have one",
        "channelId, 12, channelId must be 24 hex digits",
        "owner, me, owner is an unknown property",
    })
    void fieldThatDoesNotFitIsRefused(String field, String value, String message) {
        widgets.create(Map.of(field, value))
                .then()
                .statusCode(400)
                .body("meta.errors.message", hasItem(containsString(message)));
    }

    @ParameterizedTest
    @CsvSource({
        "*",
        "null",
        "https://*.example.com",
        "https://www.example.com/",
        "https://www.example.com:443",
        "https://WWW.example.com",
        "https://user@www.example.com",
        "ftp://www.example.com",
        "javascript:alert(1)",
        "https://www.example.com; script-src *",
    })
    void originThatNoBrowserSendsIsRefused(String origin) {
        widgets.create(Map.of("origins", List.of(origin)))
                .then()
                .statusCode(400)
                .body("meta.errors.message", hasItem("origins must hold origins such as https://www.example.com"));
    }

    @ParameterizedTest
    @CsvSource({"http://www.example.com", "javascript:alert(1)", "''"})
    void customWidgetShowsAnHttpsPageOnly(String url) {
        widgets.create(Map.of("type", "custom", "url", url)).then().statusCode(400);
        widgets.create(Map.of("type", "custom")).then().statusCode(400);
        widgets.create(Map.of("type", "custom", "url", "https://shop.example.com/a"))
                .then()
                .statusCode(201);
    }

    @Test
    void pageCanBeFramedByTheSitesOfTheWidgetOnly() {
        String id = widgets.create(Map.of("origins", List.of(SITE, "https://shop.example.com:8443")))
                .path("data._id");

        given().queryParam("email", "ben@example.com")
                .get("/widget/store/{id}", id)
                .then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .header(
                        "Content-Security-Policy",
                        containsString("frame-ancestors " + SITE + " https://shop.example.com:8443;"))
                .header("Content-Security-Policy", containsString("script-src 'self';"))
                .body(containsString("\"widgetId\":\"" + id + "\""))
                .body(containsString("\"identity\":{\"email\":\"ben@example.com\"}"));
        given().get("/widget/store/{id}", widgets.community()).then().statusCode(200);
        given().get("/widget/widget/{id}", id).then().statusCode(200);
        given().get("/widget/channel/{id}", id).then().statusCode(404);
        given().get("/widget/shop/{id}", id).then().statusCode(404).body("message", equalTo("Record Not Found"));

        widgets.admin().body(Map.of("origins", List.of())).patch("/application/widgets/{id}", id);
        given().get("/widget/store/{id}", id)
                .then()
                .header("Content-Security-Policy", containsString("frame-ancestors 'none';"));
        widgets.admin().body(Map.of("isEnabled", false)).patch("/application/widgets/{id}", id);
        given().get("/widget/store/{id}", id).then().statusCode(404);
    }

    @Test
    void nothingStoredOrTypedBecomesScript() {
        String name = "</script><script>alert(1)</script>";
        String id = widgets.create(Map.of("name", name))
                .then()
                .statusCode(201)
                .extract()
                .path("data._id");

        given().queryParam("a", "</script><img src=x onerror=alert(1)>")
                .get("/widget/store/{id}", id)
                .then()
                .statusCode(200)
                .body(not(containsString("<script>alert")))
                .body(not(containsString("<img")))
                .body(containsString("&lt;/script&gt;"))
                .body(containsString("\\u003c/script\\u003e"));
    }

    @Test
    void assetsOfTheBuildAreServedAndNothingElse() {
        given().header("Accept-Encoding", "identity")
                .get("/widget/assets/page.js")
                .then()
                .statusCode(200)
                .contentType("text/javascript;charset=UTF-8")
                .header("Access-Control-Allow-Origin", "*");
        given().get("/widget/assets/none.js").then().statusCode(404);
        given().urlEncodingEnabled(false)
                .get("/widget/assets/..%2fapplication.properties")
                .then()
                .statusCode(404);
    }
}
