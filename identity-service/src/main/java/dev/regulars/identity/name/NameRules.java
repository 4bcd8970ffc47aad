package dev.regulars.identity.name;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.IDNA;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;
import java.util.Locale;

/** What people and addresses may be called, and when two such names are the same. */
public final class NameRules {

    /** No letter, digit or mark of these can be seen, or it turns what follows around. */
    private static final String UNSEEN =
            "[\\p{Cf}\\p{Cc}\\u115F\\u1160\\u3164\\uFFA0\\u17B4\\u17B5\\u180B-\\u180F\\uFE00-\\uFE0F]";

    static final String USERNAME = "(?!.*" + UNSEEN + ")[\\p{L}\\p{M}\\p{N}._-]{1,64}";

    /** A name that is shown, and need not be unique: the joiners that some scripts need are let through. */
    static final String SHOWN = "(?=.*[^\\p{Z}\\p{C}])(?:[^\\p{C}]|[\\u200C\\u200D]){1,100}";

    /** No address is longer, and names of domains take long to look at. */
    private static final int LONGEST_ADDRESS = 1_000;

    private static final SpoofChecker SKELETONS = new SpoofChecker.Builder().build();
    private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();
    private static final IDNA DOMAINS = IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII);

    private NameRules() {}

    /** Equal for what counts as one address: the domain in the form that is looked up, all of it in lower case. */
    public static String key(String address) {
        if (address.length() > LONGEST_ADDRESS) {
            return address;
        }
        String text = NFKC.normalize(address.strip()).toLowerCase(Locale.ROOT);
        int at = text.lastIndexOf('@');
        var domain = new StringBuilder();
        var found = new IDNA.Info();
        var unused = DOMAINS.nameToASCII(text.substring(at + 1), domain, found);
        return at < 0 || found.hasErrors() ? text : text.substring(0, at + 1) + domain;
    }

    /** Equal for usernames that people would take for one: those that differ in case or width, or look alike. */
    public static String usernameKey(String username) {
        return SKELETONS.getSkeleton(UCharacter.foldCase(NFKC.normalize(username), true));
    }
}
