package dev.regulars.sandbox.tour;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.regulars.sandbox.home.SandboxHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The tour: shell commands to paste; every run uses new names. */
public final class Tour {

    private Tour() {}

    public static String of(SandboxHome home) {
        try (var lines = Objects.requireNonNull(Tour.class.getResourceAsStream("tour.sh"))) {
            return new String(lines.readAllBytes(), UTF_8)
                    .replace("@gateway@", home.gateway())
                    .replace("@control@", home.control());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
