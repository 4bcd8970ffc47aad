package dev.regulars.identity.directory.secureauth;

import static dev.regulars.testkit.Tokens.user;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;

import dev.regulars.events.Topic;
import dev.regulars.events.community.CommunityEvent.ServerDomainProven;
import dev.regulars.identity.TestAccounts;
import dev.regulars.testkit.KafkaRecords;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.net.URI;
import java.net.URLDecoder;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** A partner with an SSO key and a host of its community. */
final class SecureAuthFixture {

    /** What a browser is sent to. */
    record LoginUrl(String path, String token, String host) {

        static LoginUrl of(Response answer) {
            URI url = URI.create(answer.then().statusCode(200).extract().path("loginUrl"));
            Map<String, String> query = new HashMap<>();
            for (String one : url.getRawQuery().split("&")) {
                query.put(one.split("=")[0], URLDecoder.decode(one.split("=", 2)[1], UTF_8));
            }
            String path = url.getPath().replace("/v2/app/loginApi", "/secureAuth");
            return new LoginUrl(path, query.get("token"), query.get("host"));
        }

        LoginUrl with(String otherToken) {
            return new LoginUrl(path, otherToken, host);
        }

        /** What it is for, without its times. */
        Map<String, Object> claims() {
            String claims = new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), UTF_8);
            Map<String, Object> all = new HashMap<>(JsonPath.from(claims).getMap("$"));
            all.keySet().retainAll(Set.of("sid", "sub", "key", "host"));
            return all;
        }

        Response show() {
            return given().header("X-Regulars-Host", host + ":8080")
                    .queryParam("token", token)
                    .queryParam("host", host)
                    .get(path);
        }

        Response redeem() {
            return redeem(host, host);
        }

        Response redeem(String called, String named) {
            return TestAccounts.json()
                    .header("X-Regulars-Host", called + ":8080")
                    .queryParam("token", token)
                    .queryParam("host", named)
                    .post(path);
        }
    }

    private final String community;
    private final String host;
    private final String apiKey;
    private final String keyId;

    SecureAuthFixture(String community, String host) {
        this.community = community;
        this.host = host;
        Response key = user("a".repeat(24), community, "owner")
                .body(Map.of("name", "Site", "kind", "sso"))
                .post("/application/communities/{community}/api-keys", community);
        this.apiKey = key.path("data.key");
        this.keyId = key.path("data._id");
    }

    String apiKey() {
        return apiKey;
    }

    String keyId() {
        return keyId;
    }

    void prove(KafkaRecords records) {
        records.put(Topic.COMMUNITY, new ServerDomainProven(community, host), 1);
        await().atMost(ofSeconds(20)).until(() -> signIn(Map.of()).statusCode() == 400);
    }

    void deleteKey() {
        user("a".repeat(24), community, "owner")
                .delete("/application/communities/{community}/api-keys/{id}", community, keyId)
                .then()
                .statusCode(200);
    }

    Response signIn(Map<String, String> parameters) {
        Map<String, String> all = new HashMap<>(Map.of("action", "login"));
        all.putAll(parameters);
        return TestAccounts.json()
                .header("apiKey", apiKey)
                .header("hostname", host)
                .queryParams(all)
                .get("/secureAuth");
    }

    static Map<String, String> newUser(String name, int accessLevel) {
        return new HashMap<>(Map.of(
                "userId",
                name,
                "accessLevel",
                String.valueOf(accessLevel),
                "email",
                name + "@example.com",
                "firstname",
                "Ben",
                "lastname",
                "Silva",
                "displayname",
                "Ben"));
    }

    /** What the gateway finds out of a token, for a call that names some community. */
    static JsonPath claims(String token, String named) {
        String internal = TestAccounts.json()
                .body(Map.of("scheme", "bearer", "value", token, "community", named))
                .post("/internal/credentials/resolve")
                .then()
                .statusCode(200)
                .extract()
                .path("token");
        return JsonPath.from(new String(Base64.getUrlDecoder().decode(internal.split("\\.")[1]), UTF_8));
    }
}
