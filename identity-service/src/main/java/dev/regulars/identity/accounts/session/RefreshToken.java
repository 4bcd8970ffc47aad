package dev.regulars.identity.accounts.session;

import dev.regulars.crypto.Secrets;
import org.jspecify.annotations.Nullable;

/**
 * A refresh token: one half names its family and stays, the other is another one each time. So whoever brings the name with a half
 * that is not today's has a token that was used before, and no list of used ones is needed to know.
 */
record RefreshToken(String text) {

    private static final int HALF = 32;

    static RefreshToken first() {
        return new RefreshToken(Secrets.key());
    }

    /** Empty for what never was one. */
    static @Nullable RefreshToken of(String text) {
        return text.matches("[0-9a-f]{64}") ? new RefreshToken(text) : null;
    }

    RefreshToken next() {
        return new RefreshToken(family() + Secrets.key().substring(HALF));
    }

    String family() {
        return text.substring(0, HALF);
    }

    String hash() {
        return Secrets.hash(text);
    }

    @Override
    public String toString() {
        return "RefreshToken";
    }
}
