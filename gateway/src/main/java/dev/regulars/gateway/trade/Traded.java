package dev.regulars.gateway.trade;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;

/**
 * What identity-service answered to a good credential.
 *
 * @param expiresAt when it is no longer true by itself
 * @param keys tags of the changes that make it untrue
 */
record Traded(String token, Instant expiresAt, List<String> keys) {

    static Traded of(JsonObject answer) {
        List<String> keys =
                answer.getJsonArray("keys").stream().map(String::valueOf).toList();
        return new Traded(answer.getString("token"), answer.getInstant("expiresAt"), keys);
    }

    @Override
    public String toString() {
        return "Traded until " + expiresAt;
    }
}
