package dev.regulars.gateway.token;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;

/**
 * An internal token as issued by identity-service for a valid credential.
 *
 * @param keys tags of the caller changes that invalidate it
 */
record ExchangedToken(String token, Instant expiresAt, List<String> keys) {

    static ExchangedToken of(JsonObject response) {
        List<String> keys =
                response.getJsonArray("keys").stream().map(String::valueOf).toList();
        return new ExchangedToken(response.getString("token"), response.getInstant("expiresAt"), keys);
    }

    @Override
    public String toString() {
        return "ExchangedToken until " + expiresAt;
    }
}
