package dev.regulars.webhook.subscription;

import static dev.regulars.webhook.WebhookError.URL_MALFORMED;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import java.util.TreeSet;

/** What counts as the URL of a receiver. */
final class ReceiverUrl {

    private static final Set<String> SCHEMES = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private static final int HIGHEST_PORT = 65_535;

    static {
        SCHEMES.add("http");
        SCHEMES.add("https");
    }

    private ReceiverUrl() {}

    static URI parse(String text) {
        try {
            var url = new URI(text);
            if (!isFit(url)) {
                throw URL_MALFORMED.because("unfit url");
            }
            return url;
        } catch (URISyntaxException e) {
            throw URL_MALFORMED.because("url with " + e.getReason());
        }
    }

    private static boolean isFit(URI url) {
        return url.getScheme() != null
                && SCHEMES.contains(url.getScheme())
                && url.getHost() != null
                && url.getRawUserInfo() == null
                && url.getPort() != 0
                && url.getPort() <= HIGHEST_PORT;
    }
}
