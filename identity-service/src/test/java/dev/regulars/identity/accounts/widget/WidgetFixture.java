package dev.regulars.identity.accounts.widget;

import static dev.regulars.identity.TestAccounts.json;
import static dev.regulars.testkit.Tokens.key;
import static dev.regulars.testkit.Tokens.user;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.regulars.identity.directory.TestMembers;
import dev.regulars.identity.directory.TestMembers.TestMember;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.Jwt;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A community with widgets, from the outside. */
public record WidgetFixture(String community) {

    public static final String SITE = "https://www.example.com";
    public static final String OTHER_SITE = "https://evil.example.net";

    public RequestSpecification admin() {
        return key(community, "widgets");
    }

    public TestMember member() {
        return TestMembers.create(community);
    }

    Response create(Map<String, Object> changes) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "type", "store",
                "name", "Rewards",
                "auth", "accessKey",
                "dataAttributes", List.of("data-email", "data-user-id"),
                "origins", List.of(SITE)));
        body.putAll(changes);
        return admin().body(body).post("/application/widgets");
    }

    public String widget(String auth) {
        return create(Map.of("auth", auth)).then().statusCode(201).extract().path("data._id");
    }

    public Response accessKey() {
        return admin().body(Map.of("name", "Shop")).post("/application/widget-access-keys");
    }

    public Response embedToken(Response accessKey, Map<String, String> identifiers) {
        return json().body(Map.of(
                        "accessId", accessKey.<String>path("data.accessId"),
                        "accessKey", accessKey.<String>path("data.accessKey"),
                        "userIdentifiers", identifiers))
                .post("/widget/widget-access-keys/token");
    }

    /** An API key that signs members in. */
    public String signInKey(String... permissions) {
        return user("a".repeat(24), community, "owner")
                .body(Map.of("name", "Site", "permissions", List.of(permissions)))
                .post("/application/communities/{community}/api-keys", community)
                .path("data.key");
    }

    public Response signIn(String apiKey, String email) {
        return json().header("returningai-api-key", apiKey)
                .header("email", email)
                .post("/widget/{community}/signin", community);
    }

    public Response attributes(Map<String, String> attributes) {
        return json().body(attributes).post("/widget/{community}/attributes", community);
    }

    /** What the gateway asks for a token. */
    public static Response exchange(String token) {
        return json().body(Map.of("scheme", "bearer", "value", token)).post("/internal/credentials/resolve");
    }

    public static JsonPath claims(String token) {
        String internal = exchange(token).then().statusCode(200).extract().path("token");
        return JsonPath.from(new String(Base64.getUrlDecoder().decode(internal.split("\\.")[1]), UTF_8));
    }

    /** A call with a widget's token, as the gateway brings it; signed with the key that services believe here. */
    public static RequestSpecification with(String token) {
        Map<String, Object> claims = new HashMap<>(claims(token).getMap("$"));
        claims.keySet().removeAll(List.of("iss", "aud", "iat", "exp", "jti"));
        return json().auth()
                .oauth2(Jwt.claims(claims)
                        .issuer("regulars-identity")
                        .audience("regulars-internal")
                        .expiresIn(300)
                        .sign());
    }
}
