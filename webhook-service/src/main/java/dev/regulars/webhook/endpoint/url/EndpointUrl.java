package dev.regulars.webhook.endpoint.url;

import io.netty.util.NetUtil;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint URL in its wire form: everything that goes into DNS, TLS or the request line is ASCII.
 *
 * @param host A-labels, an IPv4 address or an IPv6 address in brackets
 * @param target path and query, percent-encoded
 */
public record EndpointUrl(boolean secure, String host, int port, String target) {

    private static final Pattern URL =
            Pattern.compile("(?i)(https?)://([^/?#@\\\\]*?)(?::(\\d{0,5}))?(/[^?#]*)?(\\?[^#]*)?(#.*)?");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\p{Cs}]");
    private static final int HIGHEST_PORT = 65_535;
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    /** A URL that was stored, so it was parsed before. */
    public static EndpointUrl of(String stored) {
        EndpointUrl url = parse(stored);
        if (url == null) {
            throw new IllegalArgumentException("Not an endpoint URL: " + stored);
        }
        return url;
    }

    /** @return null if {@code text} is not an absolute http or https URL, or has user info */
    public static @Nullable EndpointUrl parse(String text) {
        Matcher url = URL.matcher(text);
        if (CONTROL.matcher(text).find() || !url.matches()) {
            return null;
        }
        boolean secure = url.group(1).toLowerCase(Locale.ROOT).equals("https");
        String host = HostName.toAscii(url.group(2));
        int port = port(url.group(3), secure);
        return host == null || port < 1 || port > HIGHEST_PORT
                ? null
                : new EndpointUrl(secure, host, port, target(url.group(4), url.group(5)));
    }

    private static int port(@Nullable String digits, boolean secure) {
        if (digits == null || digits.isEmpty()) {
            return secure ? HTTPS : HTTP;
        }
        return Integer.parseInt(digits);
    }

    private static String target(@Nullable String path, @Nullable String query) {
        return PercentEncoding.encode(path == null ? "/" : path) + (query == null ? "" : PercentEncoding.encode(query));
    }

    /** Pinned to a vetted address; the host is used for TLS and the Host header only and is not resolved again. */
    public RequestOptions at(InetAddress address, Duration connectLimit) {
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(port, address.getHostAddress()))
                .setHost(host)
                .setPort(port)
                .setSsl(secure)
                .setURI(target)
                .setConnectTimeout(connectLimit.toMillis())
                .setFollowRedirects(false);
    }

    /** As the endpoint is called. */
    public String text() {
        String port = port() == (secure ? HTTPS : HTTP) ? "" : ":" + port();
        return (secure ? "https://" : "http://") + host + port + target;
    }

    /** The address, if the host is one rather than a name. */
    public byte @Nullable [] address() {
        return NetUtil.createByteArrayFromIpAddressString(host);
    }
}
