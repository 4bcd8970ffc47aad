package dev.regulars.messaging.message;

import static dev.regulars.messaging.MessagingError.EMOJI_UNKNOWN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Set;

/** The emojis that have a shortcode. */
public final class Emojis {

    private static final Set<String> NAMES = read();

    private Emojis() {}

    /** The name in a shortcode such as {@code :tada:}; anything else is refused. */
    public static String name(String shortcode) {
        boolean colons = shortcode.length() > 2 && shortcode.startsWith(":") && shortcode.endsWith(":");
        String name = colons ? shortcode.substring(1, shortcode.length() - 1) : "";
        if (!NAMES.contains(name)) {
            throw EMOJI_UNKNOWN.because("unknown emoji");
        }
        return name;
    }

    public static String shortcode(String name) {
        return ":" + name + ":";
    }

    private static Set<String> read() {
        var file = Objects.requireNonNull(Emojis.class.getResourceAsStream("/emoji.txt"));
        try (var lines = new BufferedReader(new InputStreamReader(file, UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("# ")).collect(toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
