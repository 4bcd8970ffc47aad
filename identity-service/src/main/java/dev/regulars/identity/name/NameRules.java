package dev.regulars.identity.name;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;

/** Rules for usernames and display names. */
public final class NameRules {

    /** No letter, digit or mark of these can be seen, or it turns what follows around. */
    private static final String UNSEEN =
            "[\\p{Cf}\\p{Cc}\\u115F\\u1160\\u3164\\uFFA0\\u17B4\\u17B5\\u180B-\\u180F\\uFE00-\\uFE0F]";

    public static final String USERNAME = "(?!.*" + UNSEEN + ")[\\p{L}\\p{M}\\p{N}._-]{1,64}";
    public static final String USERNAME_SHAPE = "must be 1 to 64 letters, digits, dots, hyphens and underscores";

    /** A name that is shown, and need not be unique: the joiners that some scripts need are let through. */
    public static final String SHOWN = "(?=.*[^\\p{Z}\\p{C}])(?:[^\\p{C}]|[\\u200C\\u200D]){1,100}";

    public static final String SHOWN_SHAPE = "must be 1 to 100 characters that can be seen";

    private static final SpoofChecker SKELETONS = new SpoofChecker.Builder().build();
    private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();

    private NameRules() {}

    /** Equal for usernames that people would take for one: those that differ in case or width, or look alike. */
    public static String usernameKey(String username) {
        return SKELETONS.getSkeleton(UCharacter.foldCase(NFKC.normalize(username), true));
    }
}
