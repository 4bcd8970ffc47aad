package dev.regulars.bench.environment;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regulars.bench.process.Http;
import java.util.List;
import java.util.Map;

/**
 * A community with an API key and the synthetic users as members.
 *
 * @param password of all users
 */
public record Tenant(String communityId, String apiKey, String password) {

    private static final List<String> PERMISSIONS = List.of("getUserData", "webhooks", "leaderboard");

    static Tenant setUp(BenchSuite suite) {
        var owner = suite.demo().owner();
        JsonNode login = Http.anonymous(suite.gateway())
                .post("/api/v1/auth/login", Map.of("email", owner.email(), "password", owner.password()));
        Http api = Http.bearer(suite.gateway(), login.path("body").path("token").asText());
        String id = api.post("/api/v1/servers", Map.of("name", "Bench"))
                .path("body")
                .path("_id")
                .asText();
        JsonNode key = api.post(
                "/apis/v1/communities/" + id + "/api-keys",
                Map.of("name", "Bench", "permissions", PERMISSIONS, "expirePeriod", 0));
        SyntheticUsers.join(suite.mongo(), id, owner.email());
        return new Tenant(id, key.path("data").path("key").asText(), owner.password());
    }

    /** The login request of one user. */
    public Map<String, String> credentials(int i) {
        return Map.of("email", SyntheticUsers.email(i), "password", password);
    }

    /** The body of users/info. */
    public static Map<String, String> lookup(int i) {
        return Map.of("idOrEmail", SyntheticUsers.email(i));
    }
}
