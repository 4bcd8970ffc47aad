package dev.regulars.web.validation;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** One rule for addresses that come in. */
final class UrlRules {

    private static final Set<String> WEB = Set.of("http", "https");
    private static final int LONGEST_NAME = 253;
    private static final Pattern LABELS =
            Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)+");
    private static final Pattern ALL_DIGITS_AT_THE_END = Pattern.compile(".*\\.\\d+");

    private UrlRules() {}

    static boolean isWebUrl(String url) {
        try {
            var uri = new URI(url);
            return uri.getScheme() != null
                    && WEB.contains(uri.getScheme().toLowerCase(Locale.ROOT))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && ShownText.isName(url);
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** A name that ends in a number is an IP address to a browser. */
    static boolean isHostName(String name) {
        return name.length() <= LONGEST_NAME
                && LABELS.matcher(name).matches()
                && !ALL_DIGITS_AT_THE_END.matcher(name).matches();
    }
}
