package dev.regulars.identity.accounts.session;

import dev.regulars.crypto.Secrets;
import org.jspecify.annotations.Nullable;

/**
 * A refresh token: the first half names its family and stays, the second half changes with each refresh. A token of the family with
 * another second half was used before, so no list of used tokens is needed.
 */
public record RefreshToken(String text) {

    private static final int HALF = 32;

    static RefreshToken first() {
        return new RefreshToken(Secrets.key());
    }

    /** Empty for text that cannot be one. */
    public static @Nullable RefreshToken of(String text) {
        return text.matches("[0-9a-f]{64}") ? new RefreshToken(text) : null;
    }

    RefreshToken next() {
        return new RefreshToken(family() + Secrets.key().substring(HALF));
    }

    public String family() {
        return text.substring(0, HALF);
    }

    public String hash() {
        return Secrets.hash(text);
    }

    @Override
    public String toString() {
        return "RefreshToken";
    }
}
