package dev.regulars.webhook.endpoint;

import static dev.regulars.webhook.WebhookError.URL_MALFORMED;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import java.util.TreeSet;

/** Parses endpoint URLs. */
public final class EndpointUrl {

    private static final Set<String> SCHEMES = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private static final int HIGHEST_PORT = 65_535;

    static {
        SCHEMES.add("http");
        SCHEMES.add("https");
    }

    private EndpointUrl() {}

    public static URI parse(String text) {
        try {
            var url = new URI(text);
            if (!isValid(url)) {
                throw URL_MALFORMED.because("invalid url");
            }
            return url;
        } catch (URISyntaxException e) {
            throw URL_MALFORMED.because("url with " + e.getReason());
        }
    }

    private static boolean isValid(URI url) {
        return url.getScheme() != null
                && SCHEMES.contains(url.getScheme())
                && url.getHost() != null
                && url.getRawUserInfo() == null
                && url.getPort() != 0
                && url.getPort() <= HIGHEST_PORT;
    }
}
