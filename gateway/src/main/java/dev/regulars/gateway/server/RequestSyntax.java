package dev.regulars.gateway.server;

import dev.regulars.web.refusal.Kind;
import dev.regulars.web.refusal.Refusal;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What RFC 9110 and 9112 require of a request, as far as the server does not check it by itself. */
final class RequestSyntax {

    static final String ALL_METHODS = "DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT";

    static final int MAX_TARGET_BYTES = 4 << 10;

    private static final char LAST_ASCII = 0x7e;

    private RequestSyntax() {}

    /** Null for a well-formed request. */
    static @Nullable Refusal check(HttpServerRequest request) {
        if (request.version() == null) {
            return malformed("unsupported HTTP version");
        }
        if (request.method().equals(HttpMethod.CONNECT)) {
            return Refusal.of(Kind.NO_METHOD, "no tunnels").with("Allow", ALL_METHODS);
        }
        if (request.uri() != null && request.uri().length() > MAX_TARGET_BYTES) {
            return targetTooLong();
        }
        if (!isValidTarget(request)) {
            return malformed("invalid request target");
        }
        if (!hasValidHost(request)) {
            return malformed("no, invalid or more than one Host");
        }
        return hasValidTransferEncoding(request) ? null : malformed("invalid Transfer-Encoding");
    }

    static Refusal unparsable(Throwable cause) {
        return switch (cause) {
            case TooLongHttpLineException line -> targetTooLong();
            case TooLongHttpHeaderException header ->
                Refusal.of(Kind.HEADER_TOO_LARGE, "header exceeds 16 KiB", "header");
            default -> malformed(String.valueOf(cause));
        };
    }

    private static Refusal targetTooLong() {
        return Refusal.of(Kind.TARGET_TOO_LONG, "target exceeds 4 KiB", "target");
    }

    private static Refusal malformed(String detail) {
        return Refusal.of(Kind.MALFORMED, detail);
    }

    /** Services check targets by the same class and would answer in no family's words. */
    private static boolean isValidTarget(HttpServerRequest request) {
        String target = request.uri();
        if (target == null || target.chars().anyMatch(c -> c > LAST_ASCII)) {
            return false;
        }
        if (target.equals("*")) {
            return request.method().equals(HttpMethod.OPTIONS);
        }
        try {
            var uri = new URI(target);
            boolean absolute = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return uri.getRawFragment() == null
                    && (absolute ? uri.getRawAuthority() != null : target.startsWith("/"))
                    && request.path().startsWith("/");
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean hasValidHost(HttpServerRequest request) {
        List<String> hosts = request.headers().getAll("Host");
        if (hosts.size() > 1) {
            return false;
        }
        if (hosts.isEmpty() && request.version() == HttpVersion.HTTP_1_0) {
            return true;
        }
        return request.authority() != null && !request.authority().host().isEmpty();
    }

    private static boolean hasValidTransferEncoding(HttpServerRequest request) {
        MultiMap headers = request.headers();
        List<String> codings = headers.getAll("Transfer-Encoding");
        if (codings.isEmpty()) {
            return true;
        }
        if (request.version() != HttpVersion.HTTP_1_1
                || codings.size() > 1
                || !codings.getFirst().equalsIgnoreCase("chunked")) {
            return false;
        }
        headers.set("Transfer-Encoding", "chunked"); // the proxy compares it literally
        return true;
    }
}
