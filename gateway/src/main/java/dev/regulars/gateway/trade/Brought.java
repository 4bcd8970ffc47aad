package dev.regulars.gateway.trade;

import dev.regulars.gateway.route.Credentials;
import io.vertx.core.MultiMap;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a caller brought to an operation (contract §2.2): nothing, something to be traded, or something that no trade can
 * make good.
 *
 * @param refused the header to blame, where two credentials came at once
 */
public record Brought(
        List<Credential> credentials, @Nullable String refused) {

    private static final String BEARER = "bearer ";

    public static Brought in(MultiMap headers, Credentials asked) {
        String token = token(headers.get("Authorization"));
        String key = headers.get("x-api-key");
        if (asked == Credentials.TOKEN_AND_KEY) {
            List<Credential> both = new ArrayList<>();
            if (key != null) {
                both.add(Credential.key(key));
            }
            if (token != null) {
                both.add(Credential.token(token));
            }
            return new Brought(both, null);
        }
        if (token != null && key != null) {
            return new Brought(List.of(), asked == Credentials.KEY ? "x-api-key" : "authorization");
        }
        String used = asked == Credentials.KEY ? key : token;
        if (used == null) {
            return new Brought(List.of(), null);
        }
        return new Brought(List.of(asked == Credentials.KEY ? Credential.key(used) : Credential.token(used)), null);
    }

    /** Any scheme but {@code Bearer} is a missing credential. */
    private static @Nullable String token(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return null;
        }
        String token = authorization.substring(BEARER.length()).strip();
        return token.isEmpty() ? null : token;
    }
}
