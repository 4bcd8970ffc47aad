package dev.regulars.webhook.endpoint;

import java.util.regex.Pattern;

/** One port or several in a row, such as {@code 443} or {@code 1024-65535}. */
record PortRange(int first, int last) {

    private static final Pattern RANGE = Pattern.compile("(\\d{1,5})(?:-(\\d{1,5}))?");

    static PortRange parse(String text) {
        var range = RANGE.matcher(text.trim());
        if (!range.matches()) {
            throw new IllegalArgumentException(text + " is not a port or a range such as 1024-65535");
        }
        int first = Integer.parseInt(range.group(1));
        return new PortRange(first, range.group(2) == null ? first : Integer.parseInt(range.group(2)));
    }

    boolean contains(int port) {
        return first <= port && port <= last;
    }
}
