package dev.regulars.identity.account;

import java.util.Locale;

/** What people and addresses may be called, and when two such names are the same. */
public final class Names {

    public static final String USERNAME = "[\\p{L}\\p{N}._-]{1,64}";
    public static final String USERNAME_SHAPE = "must be 1 to 64 letters, digits, dots, hyphens and underscores";

    private Names() {}

    /** Equal for what counts as one name or address. */
    public static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
