package dev.regulars.identity.accounts.token;

import static dev.regulars.identity.TestAccounts.json;
import static dev.regulars.testkit.Tokens.user;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.notNullValue;

import dev.regulars.crypto.MasterKey;
import dev.regulars.crypto.Secrets;
import dev.regulars.events.Topic;
import dev.regulars.events.community.CommunityEvent.ServerCreated;
import dev.regulars.identity.TestAccounts;
import dev.regulars.local.LocalMail;
import dev.regulars.testkit.KafkaRecords;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.smallrye.jwt.build.Jwt;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class CredentialResourceTest {

    LocalMail mail;
    KafkaRecords records;

    @Inject
    MasterKey master;

    final String community = Secrets.key().substring(0, 24);

    @Test
    void keyResolvesToItsCommunityAndPermissions() {
        Response exchanged = exchange("bearer", key("integration"), null);

        JsonPath claims = claims(exchanged);
        assertThat(exchanged.<List<String>>path("keys"))
                .containsExactlyInAnyOrder(
                        "credential:" + claims.getString("sub"),
                        "account:" + claims.getString("account"),
                        "community:" + community);

        assertThat(claims.getString("caller")).isEqualTo("key");
        assertThat(claims.getString("community")).isEqualTo(community);
        assertThat(claims.getList("permissions", String.class)).containsExactly("store");
        assertThat(claims.getLong("exp") - claims.getLong("iat")).isEqualTo(60);
    }

    @Test
    void keyIsAcceptedForItsKindOnly() {
        exchange("apiKey", key("integration"), null).then().statusCode(401);
        exchange("bearer", key("system"), null).then().statusCode(401);
        assertThat(claims(exchange("apiKey", key("system"), null)).getString("caller"))
                .isEqualTo("system");
    }

    @Test
    void personHasTheirLevelInTheCommunityOfTheCall() {
        Response login = TestAccounts.login(TestAccounts.member(mail), TestAccounts.PASSWORD);
        String token = login.path("body.token");
        String account = login.path("body.user._id");
        assertThat(claims(exchange("bearer", token, null)).getString("level")).isEqualTo("application");

        records.put(Topic.COMMUNITY, new ServerCreated(community, account, "Chess", "UTC"), 1);

        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            Response exchanged = exchange("bearer", token, community);
            return exchanged.statusCode() == 200
                    && "owner".equals(claims(exchanged).getString("level"));
        });
        assertThat(exchange("bearer", token, community).<List<String>>path("keys"))
                .hasSize(4)
                .contains("account:" + account, "membership:" + community + ":" + account, "community:" + community);
    }

    @Test
    void whileCommunityServiceIsDownTheAnswerIs503() {
        String token = TestAccounts.login(TestAccounts.member(mail), TestAccounts.PASSWORD)
                .path("body.token");

        exchange("bearer", token, community).then().statusCode(503).header("Retry-After", notNullValue());
    }

    @Test
    void serviceIsAuthenticatedByItsProof() {
        assertThat(claims(exchange("service", "webhook-service." + master.proof("webhook-service"), null))
                        .getString("caller"))
                .isEqualTo("service");
        exchange("service", "webhook-service." + master.proof("another"), null)
                .then()
                .statusCode(401);
        exchange("service", "nothing", null).then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "a.b.c", "..", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0."})
    void invalidCredentialIsRefused(String value) {
        exchange("bearer", value, null).then().statusCode(401);
        exchange("apiKey", value, null).then().statusCode(401);
    }

    @Test
    void tokenOfAnotherSignerIsRefused() {
        String foreign = Jwt.subject("a")
                .issuer("http://localhost:8080")
                .audience("regulars-api")
                .expiresIn(60)
                .sign();

        exchange("bearer", foreign, null).then().statusCode(401);
    }

    private String key(String kind) {
        Map<String, Object> body = new HashMap<>(Map.of("name", "a", "kind", kind));
        if (kind.equals("integration")) {
            body.put("permissions", List.of("store"));
        }
        return user("a".repeat(24), community, "owner")
                .body(body)
                .post("/application/communities/{community}/api-keys", community)
                .path("data.key");
    }

    private static Response exchange(String scheme, String value, @Nullable String community) {
        Map<String, Object> body = new HashMap<>(Map.of("scheme", scheme, "value", value));
        if (community != null) {
            body.put("community", community);
        }
        return json().body(body).post("/internal/credentials/resolve");
    }

    private static JsonPath claims(Response exchanged) {
        String token = exchanged.then().statusCode(200).extract().path("token");
        return JsonPath.from(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), UTF_8));
    }
}
