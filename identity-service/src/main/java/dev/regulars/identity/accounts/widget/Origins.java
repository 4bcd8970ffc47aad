package dev.regulars.identity.accounts.widget;

import dev.regulars.web.refusal.Refusal;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Origins as browsers send them: a scheme, a host, and a port that is not the scheme's own. */
public final class Origins {

    private static final String FIELD = "origins";

    private Origins() {}

    /** Refuses what no browser would ever send, wildcards included. */
    public static List<String> checked(@Nullable List<String> origins) {
        List<String> all = origins == null ? List.of() : origins;
        if (!all.stream().allMatch(Origins::isOrigin)) {
            throw Refusal.invalid(FIELD, "must hold origins such as https://www.example.com");
        }
        return all.stream().distinct().toList();
    }

    private static boolean isOrigin(String text) {
        try {
            URI uri = URI.create(text);
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            int usual = "https".equals(uri.getScheme()) ? 443 : 80;
            return web
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getPort() != usual
                    && text.equals(uri.getScheme() + "://" + uri.getRawAuthority())
                    && text.equals(text.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
