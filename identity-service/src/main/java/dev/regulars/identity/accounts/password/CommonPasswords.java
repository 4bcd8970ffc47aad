package dev.regulars.identity.accounts.password;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;

/** The passwords that are guessed first. */
public final class CommonPasswords {

    private static final Set<String> ALL = read();

    private CommonPasswords() {}

    public static boolean contain(String password) {
        return ALL.contains(password.toLowerCase(Locale.ROOT));
    }

    private static Set<String> read() {
        try (var list = requireNonNull(CommonPasswords.class.getResourceAsStream("common-passwords.txt"));
                var lines = new BufferedReader(new InputStreamReader(list, UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).collect(toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
