package dev.regulars.community.channel;

import dev.regulars.community.InstallationConfig;
import dev.regulars.web.refusal.Refusal;
import dev.regulars.web.validation.HostName;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Which pages may stand in an iframe channel: of other sites, by https, under a public name. */
@ApplicationScoped
class IframeUrl {

    private static final Pattern PLACEHOLDERS = Pattern.compile("\\{(userId|username|email)}");
    private static final Set<String> LOCAL =
            Set.of("localhost", "local", "internal", "lan", "home", "corp", "test", "invalid", "onion", "arpa");

    private final String ownHost;

    IframeUrl(InstallationConfig installation) {
        this.ownHost = URI.create(installation.publicUrl()).getHost();
    }

    /** An address instead of a name is refused whole: there are too many ways to write a private one. */
    void check(String url) {
        URI uri = parse(url);
        String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        boolean isPublic =
                HostName.Check.isHostName(host) && !LOCAL.contains(host.substring(host.lastIndexOf('.') + 1));
        if (!"https".equalsIgnoreCase(uri.getScheme()) || uri.getRawUserInfo() != null || !isPublic) {
            throw invalid();
        }
        if (host.equals(ownHost)) {
            throw Refusal.invalid("url", "must be of another site");
        }
    }

    private static URI parse(String url) {
        try {
            return new URI(PLACEHOLDERS.matcher(url).replaceAll("x"));
        } catch (URISyntaxException e) {
            throw invalid();
        }
    }

    private static Refusal invalid() {
        return Refusal.invalid("url", "must be an https address with a public host name");
    }
}
