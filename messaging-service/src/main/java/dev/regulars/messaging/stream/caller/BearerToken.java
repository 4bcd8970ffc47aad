package dev.regulars.messaging.stream.caller;

import org.jspecify.annotations.Nullable;

/** The credential in an {@code Authorization} header. */
public final class BearerToken {

    private static final String BEARER = "bearer ";

    private BearerToken() {}

    /** Absent where there is none of this scheme. */
    public static @Nullable String in(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return null;
        }
        String token = authorization.substring(BEARER.length()).strip();
        return token.isEmpty() ? null : token;
    }
}
