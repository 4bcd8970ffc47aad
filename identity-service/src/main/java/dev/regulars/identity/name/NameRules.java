package dev.regulars.identity.name;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;

/** Rules for usernames. */
public final class NameRules {

    /** Invisible letters, digits and marks, and characters that change the direction of text. */
    private static final String UNSEEN =
            "[\\p{Cf}\\p{Cc}\\u115F\\u1160\\u3164\\uFFA0\\u17B4\\u17B5\\u180B-\\u180F\\uFE00-\\uFE0F]";

    static final String USERNAME = "(?!.*" + UNSEEN + ")[\\p{L}\\p{M}\\p{N}._-]{1,64}";

    private static final SpoofChecker SKELETONS = new SpoofChecker.Builder().build();
    private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();

    private NameRules() {}

    /** Whether a username has the form of an id: decimal digits of any script, or 24 hex digits. */
    static boolean looksLikeId(String username) {
        String text = NFKC.normalize(username.strip());
        return text.matches("\\p{Nd}+|[0-9a-fA-F]{24}");
    }

    /** Equal for usernames that differ only in case or width, or that look alike. */
    public static String usernameKey(String username) {
        return SKELETONS.getSkeleton(UCharacter.foldCase(NFKC.normalize(username), true));
    }
}
