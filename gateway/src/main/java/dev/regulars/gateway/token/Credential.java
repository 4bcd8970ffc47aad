package dev.regulars.gateway.token;

import org.jspecify.annotations.Nullable;

/**
 * A credential as presented by a caller.
 *
 * @param header it came in, in lower case
 * @param scheme name of the scheme at identity-service
 * @param userId that came with a token of Rocket.Chat's login
 */
public record Credential(
        String header,
        String scheme,
        String value,
        @Nullable String userId) {

    static Credential bearer(String value) {
        return new Credential("authorization", "bearer", value, null);
    }

    static Credential apiKey(String value) {
        return new Credential("x-api-key", "apiKey", value, null);
    }

    static Credential tokenOf(String userId, String token) {
        return new Credential("x-auth-token", "tokenAndUser", token, userId);
    }

    @Override
    public String toString() {
        return "Credential in " + header;
    }
}
