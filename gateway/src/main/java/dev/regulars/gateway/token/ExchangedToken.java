package dev.regulars.gateway.token;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An internal token as issued by identity-service for a valid credential.
 *
 * @param keys tags of the caller changes that invalidate it
 * @param origins whose web pages may read the answers
 * @param limits requests a minute by {@code key}, {@code user} and {@code community}, where the community has set any
 * @param key the credential of a caller that is no user, as a tag
 * @param user the account of a user, as a tag
 * @param community of the caller, as a tag
 */
public record ExchangedToken(
        String token,
        Instant expiresAt,
        List<String> keys,
        List<String> origins,
        Map<String, Integer> limits,
        @Nullable String key,
        @Nullable String user,
        @Nullable String community) {

    /** Key of the caller's token among the attributes of a proxy context. */
    public static final String ATTRIBUTE = "caller";

    static ExchangedToken of(JsonObject response) {
        List<String> keys = texts(response.getJsonArray("keys"));
        String community = first(keys, "community:");
        boolean isUser = community == null || first(keys, "membership:") != null;
        String account = isUser ? first(keys, "account:") : null;
        Map<String, Integer> limits = new HashMap<>();
        JsonObject own = response.getJsonObject("limits", new JsonObject());
        own.fieldNames().forEach(name -> limits.put(name, own.getInteger(name)));
        return new ExchangedToken(
                response.getString("token"),
                response.getInstant("expiresAt"),
                keys,
                texts(response.getJsonArray("origins", new JsonArray())),
                limits,
                account == null ? first(keys, "credential:") : null,
                account,
                community);
    }

    private static List<String> texts(JsonArray array) {
        return array.stream().map(String::valueOf).toList();
    }

    private static @Nullable String first(List<String> tags, String scope) {
        return tags.stream().filter(tag -> tag.startsWith(scope)).findFirst().orElse(null);
    }

    @Override
    public String toString() {
        return "ExchangedToken until " + expiresAt;
    }
}
