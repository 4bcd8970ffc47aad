package dev.regulars.gateway.token;

import dev.regulars.gateway.route.AuthScheme;
import io.vertx.core.MultiMap;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The credentials of one request (contract §2.2): none, some to exchange, or an invalid combination.
 *
 * @param invalidHeader the header to report if the combination is invalid
 */
public record PresentedCredentials(
        List<Credential> credentials, @Nullable String invalidHeader) {

    private static final String BEARER = "bearer ";
    private static final List<String> SINGLE = List.of("authorization", "x-api-key");
    private static final List<String> PAIR = List.of("x-auth-token", "x-user-id");
    private static final Pattern BARE_KEY = Pattern.compile("[0-9a-fA-F]{64}");

    public static PresentedCredentials in(MultiMap headers, AuthScheme scheme) {
        for (String header : scheme == AuthScheme.TOKEN_AND_USER ? PAIR : SINGLE) {
            if (headers.getAll(header).size() > 1) {
                return new PresentedCredentials(List.of(), header);
            }
        }
        if (scheme == AuthScheme.TOKEN_AND_USER) {
            return pair(headers.get("x-auth-token"), headers.get("x-user-id"));
        }
        String token = token(headers.get("Authorization"), scheme);
        String key = headers.get("x-api-key");
        if (scheme == AuthScheme.BEARER_AND_API_KEY) {
            List<Credential> both = new ArrayList<>();
            if (key != null) {
                both.add(Credential.apiKey(key));
            }
            if (token != null) {
                both.add(Credential.bearer(token));
            }
            return new PresentedCredentials(both, null);
        }
        boolean byKey =
                switch (scheme) {
                    case API_KEY -> true;
                    case BEARER_OR_API_KEY -> token == null || key != null;
                    default -> false;
                };
        if (token != null && key != null) {
            return new PresentedCredentials(List.of(), byKey ? "x-api-key" : "authorization");
        }
        String used = byKey ? key : token;
        if (used == null) {
            return new PresentedCredentials(List.of(), null);
        }
        return new PresentedCredentials(List.of(byKey ? Credential.apiKey(used) : Credential.bearer(used)), null);
    }

    /** Half a pair is none. */
    private static PresentedCredentials pair(@Nullable String token, @Nullable String userId) {
        if (token == null || token.isBlank() || userId == null || userId.isBlank()) {
            return new PresentedCredentials(List.of(), null);
        }
        return new PresentedCredentials(List.of(Credential.tokenOf(userId, token)), null);
    }

    private static @Nullable String token(@Nullable String authorization, AuthScheme scheme) {
        if (scheme == AuthScheme.BEARER_OR_BARE_KEY
                && authorization != null
                && BARE_KEY.matcher(authorization.strip()).matches()) {
            return authorization.strip();
        }
        return bearerToken(authorization);
    }

    /** Any scheme but {@code Bearer} is a missing credential. */
    private static @Nullable String bearerToken(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return null;
        }
        String token = authorization.substring(BEARER.length()).strip();
        return token.isEmpty() ? null : token;
    }
}
