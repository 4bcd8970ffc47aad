package dev.regulars.identity.accounts.widget.token;

import static dev.regulars.identity.accounts.widget.WidgetFixture.OTHER_SITE;
import static dev.regulars.identity.accounts.widget.WidgetFixture.SITE;
import static dev.regulars.identity.accounts.widget.WidgetFixture.claims;
import static dev.regulars.identity.accounts.widget.WidgetFixture.with;
import static dev.regulars.testkit.Tokens.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import dev.regulars.crypto.Secrets;
import dev.regulars.identity.accounts.widget.WidgetFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class AttributeWidgetTest {

    final WidgetFixture widgets = new WidgetFixture(Secrets.key().substring(0, 24));

    @Test
    void tokenStandsForNobody() {
        String widget = widgets.widget("attribute");
        var ben = widgets.member();

        String token = widgets.attributes(Map.of("widgetId", widget, "data-email", ben.name() + "@example.com"))
                .then()
                .statusCode(200)
                .body("widget.widgetId", equalTo(widget))
                .extract()
                .path("token");

        JsonPath claims = claims(token);
        assertThat(claims.getString("caller")).isEqualTo("widget");
        assertThat(claims.getString("account")).isNull();
        assertThat(claims.getString("level")).isNull();
    }

    @Test
    void whatAVisitorTypesIsNotLookedUp() {
        widgets.widget("attribute");
        String nobody = Secrets.key().substring(0, 12) + "@example.com";

        widgets.attributes(Map.of("data-widget-type", "store", "data-email", nobody))
                .then()
                .statusCode(200);

        key(widgets.community(), "getUserData")
                .body(Map.of("idOrEmail", nobody))
                .post("/integration/users/info")
                .then()
                .statusCode(404);
    }

    @Test
    void visitorSeesMembersAsEveryMemberDoes() {
        String token = token();
        var ben = widgets.member();

        with(token)
                .get("/application/communities/{id}/users", widgets.community())
                .then()
                .statusCode(200)
                .body("data._id", hasItem(ben.id()))
                .body("data", everyItem(not(hasKey("email"))))
                .body("data", everyItem(not(hasKey("lastLogin"))))
                .body("data", everyItem(not(hasKey("accessLevel"))));
    }

    /** WidgetAccessIT tries every operation of the suite. */
    @ParameterizedTest
    @CsvSource({
        "GET, /application/me",
        "GET, /application/me/sessions",
        "POST, /application/auth/logout",
        "POST, /integration/users/info",
        "POST, /integration/users/filter",
        "POST, /integration/users",
        "GET, /application/users/{id}",
        "GET, /application/users/{id}/privacy",
        "POST, /application/users/apikeys",
        "GET, /application/communities/{id}/api-keys",
        "GET, /application/communities/{id}/user-fields",
        "GET, /application/communities/{id}/user-field-histories",
        "GET, /application/widgets",
        "POST, /application/widget-access-keys",
    })
    void everythingElseIsRefused(String method, String path) {
        with(token())
                .request(method, path.replace("{id}", widgets.community()))
                .then()
                .statusCode(401);
    }

    @Test
    void widgetOfAnotherKindOrCommunityIsNotFound() {
        String signIn = widgets.widget("token");

        widgets.attributes(Map.of("widgetId", signIn)).then().statusCode(404);
        widgets.attributes(Map.of("widgetType", "wheel")).then().statusCode(404);
        widgets.attributes(Map.of("data-email", "a@example.com")).then().statusCode(404);
        new WidgetFixture("c".repeat(24))
                .attributes(Map.of("widgetId", widgets.widget("attribute")))
                .then()
                .statusCode(404);
    }

    @Test
    void siteThatIsNotListedGetsNoToken() {
        String widget = widgets.widget("attribute");

        for (var one : Map.of(SITE, 200, OTHER_SITE, 403, "null", 403).entrySet()) {
            dev.regulars.identity.TestAccounts.json()
                    .header("Origin", one.getKey())
                    .body(Map.of("widgetId", widget))
                    .post("/widget/{community}/attributes", widgets.community())
                    .then()
                    .statusCode(one.getValue());
        }
    }

    private String token() {
        return widgets.attributes(Map.of("widgetId", widgets.widget("attribute")))
                .path("token");
    }
}
