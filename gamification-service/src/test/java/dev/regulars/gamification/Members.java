package dev.regulars.gamification;

import static dev.regulars.testkit.Tokens.service;

import dev.regulars.crypto.Secrets;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A community of one test, and what other services post to its members. */
public final class Members {

    public final String community = id();

    public static String id() {
        return Secrets.key().substring(0, 24);
    }

    /** One posting of a cause. */
    public Response post(String causeId, String account, String member, Map<String, Long> changes) {
        return post(causeId, List.of(line(account, member, changes)));
    }

    public Response post(String causeId, List<Map<String, Object>> lines) {
        return service("rewards-service")
                .body(Map.of("communityId", community, "source", "test", "causeId", causeId, "postings", lines))
                .post("/internal/postings");
    }

    /** Many causes, each by itself. */
    public Response postBatch(Map<String, Map<String, Object>> lineOfCause) {
        List<Map<String, Object>> requests = lineOfCause.entrySet().stream()
                .map(one -> Map.<String, Object>of(
                        "communityId",
                        community,
                        "source",
                        "test",
                        "causeId",
                        one.getKey(),
                        "postings",
                        List.of(one.getValue())))
                .toList();
        return service("identity-service").body(Map.of("requests", requests)).post("/internal/postings/batch");
    }

    public static Map<String, Object> line(String account, String member, Map<String, Long> changes) {
        return new HashMap<>(Map.of("accountId", member, "account", account, "changes", changes));
    }

    public Response voidCause(String causeId) {
        return service("rewards-service")
                .body(Map.of("communityId", community, "source", "test", "causeId", causeId))
                .post("/internal/postings/void");
    }

    /** Gives somebody coins. */
    public void earn(String member, long coins) {
        post(id(), "issuer", member, Map.of("coins", coins)).then().statusCode(200);
    }
}
