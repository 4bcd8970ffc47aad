package dev.regulars.webhook.endpoint.url;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.regex.Pattern;

/** Percent-encodes what RFC 3986 does not allow in a path or query; existing escapes stay as they are. */
final class PercentEncoding {

    private static final Pattern NOT_ALLOWED =
            Pattern.compile("%(?![0-9a-fA-F]{2})|[^a-zA-Z0-9\\-._~!$&'()*+,;=:@/?%]+");

    private PercentEncoding() {}

    static String encode(String text) {
        return NOT_ALLOWED.matcher(text).replaceAll(match -> escape(match.group()));
    }

    private static String escape(String text) {
        var escaped = new StringBuilder();
        for (byte one : text.getBytes(UTF_8)) {
            escaped.append('%').append("%02X".formatted(one & 0xFF));
        }
        return escaped.toString();
    }
}
