package dev.regulars.identity.name;

import com.ibm.icu.text.IDNA;
import com.ibm.icu.text.Normalizer2;
import java.util.Locale;
import java.util.regex.Pattern;

/** One function for what counts as one e-mail address, and for the form that mail is sent to. */
public final class EmailAddress {

    public static final int LONGEST = 254;
    /** Names of domains take long to look at. */
    private static final int NOT_LOOKED_AT = 1_000;

    private static final int LONGEST_LOCAL_PART = 64;
    private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();
    private static final IDNA DOMAINS = IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII);
    private static final String ATOM = "[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+";
    private static final Pattern LOCAL_PART = Pattern.compile(ATOM + "(\\." + ATOM + ")*");
    private static final String LABEL = "[a-z0-9]([a-z0-9-]*[a-z0-9])?";
    private static final Pattern DOMAIN = Pattern.compile(LABEL + "(\\." + LABEL + ")*");

    private EmailAddress() {}

    /** Without blanks around it, in compatible characters and lower case, the domain as A-labels. Any text has such a form. */
    public static String canonical(String address) {
        if (address.length() > NOT_LOOKED_AT) {
            return address;
        }
        String text = NFKC.normalize(address).strip().toLowerCase(Locale.ROOT);
        int at = text.lastIndexOf('@');
        var domain = new StringBuilder();
        var found = new IDNA.Info();
        var unused = DOMAINS.nameToASCII(text.substring(at + 1), domain, found);
        return at < 0 || found.hasErrors() ? text : text.substring(0, at + 1) + domain;
    }

    /** Whether the mailer can send to it: quoted local parts, comments, lists and address literals are not sent to. */
    public static boolean isSendable(String address) {
        String text = canonical(address);
        int at = text.lastIndexOf('@');
        return at > 0
                && at <= LONGEST_LOCAL_PART
                && text.length() <= LONGEST
                && LOCAL_PART.matcher(text.substring(0, at)).matches()
                && DOMAIN.matcher(text.substring(at + 1)).matches();
    }
}
