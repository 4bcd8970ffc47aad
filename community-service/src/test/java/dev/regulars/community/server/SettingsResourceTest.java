package dev.regulars.community.server;

import static dev.regulars.testkit.Tokens.key;
import static dev.regulars.testkit.Tokens.user;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.regulars.community.Community;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SettingsResourceTest {

    Community community;

    @BeforeEach
    void found() {
        community = new Community();
    }

    @Test
    void settingsAreReadAndChangedByName() {
        community
                .byOwner()
                .body(Map.of("timezone", "Europe/Lisbon", "corsOrigins", List.of("https://www.example.com")))
                .put("/application/communities/{id}/settings", community.id)
                .then()
                .statusCode(200)
                .body("message", equalTo("Update settings success."));

        community
                .byOwner()
                .get("/application/communities/{id}/settings", community.id)
                .then()
                .statusCode(200)
                .body("data.timezone", equalTo("Europe/Lisbon"))
                .body("data.language", equalTo("English"))
                .body("data.visitWindowMinutes", equalTo(30))
                .body("data.corsOrigins", contains("https://www.example.com"));
    }

    @Test
    void limitsReplaceThoseBefore() {
        setLimits(Map.of("key", 600, "user", 120)).statusCode(200).body("data.limits.user", equalTo(120));
        setLimits(Map.of("community", 6_000))
                .statusCode(200)
                .body("data.limits.community", equalTo(6_000))
                .body("data.limits.key", nullValue());
        setLimits(Map.of("key", 1)).statusCode(400).body("meta.errors[0].field", equalTo("limits.key"));
    }

    private ValidatableResponse setLimits(Map<String, Integer> limits) {
        return community
                .byOwner()
                .body(Map.of("limits", limits))
                .put("/application/communities/{id}/settings", community.id)
                .then();
    }

    @Test
    void wrongSettingsAndThoseOfLaterVersionsAreRefused() {
        for (var body : List.of(
                Map.<String, Object>of("timezone", "Mars/Base"),
                Map.<String, Object>of("visitWindowMinutes", 0),
                Map.<String, Object>of("corsOrigins", List.of("https://a.example.com/path")),
                Map.<String, Object>of("rates", Map.of()))) {
            community
                    .byOwner()
                    .body(body)
                    .put("/application/communities/{id}/settings", community.id)
                    .then()
                    .statusCode(400)
                    .body(
                            "meta.errors[0].field",
                            equalTo(body.keySet().iterator().next()));
        }
        user(community.member(), community.id, "member")
                .get("/application/communities/{id}/settings", community.id)
                .then()
                .statusCode(401);
    }

    @Test
    void aCommunityIsUpdatedAndRenamed() {
        community
                .bySystemKey()
                .body(Map.of("name", "Go", "description", "Stones"))
                .put("/system/servers/{id}", community.id)
                .then()
                .statusCode(200)
                .body("meta.message", equalTo("Server has been updated successfully"))
                .body("body.name", equalTo("Go"))
                .body("body.description", equalTo("Stones"))
                .body("body.timezone", equalTo("UTC"));
        key(community.id, "appearance")
                .body(Map.of("uri", "go-" + community.id))
                .put("/store/management/communities/{id}", community.id)
                .then()
                .statusCode(200)
                .body("message", equalTo("Update community success."))
                .body("data.name", equalTo("Go"))
                .body("data.uri", containsString("go-"));
        key(new Community().id, "appearance")
                .body(Map.of("uri", "go-" + community.id))
                .put("/store/management/communities/{id}", community.id)
                .then()
                .statusCode(404);
    }

    @Test
    void whatACommunityShowsIsChangedByName() {
        key(community.id, "appearance")
                .body(Map.of("preview", Map.of("isEnabled", true, "title", "Chess"), "guestModeEnabled", true))
                .put("/store/management/communities/{id}/meta", community.id)
                .then()
                .statusCode(200)
                .body("message", equalTo("Update community meta success."))
                .body("data.preview.title", equalTo("Chess"))
                .body("data.membersListVisible", equalTo(true))
                .body("data.guestModeEnabled", equalTo(true));
        key(community.id, "members")
                .body(Map.of("guestModeEnabled", true))
                .put("/store/management/communities/{id}/meta", community.id)
                .then()
                .statusCode(403)
                .body("message", equalTo("Forbidden"));
    }
}
