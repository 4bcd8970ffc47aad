package dev.regulars.bench.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The cache of downloaded peers and the folder of their configuration. */
final class PeerCache {

    static final Path PEERS = Path.of(System.getProperty("repository"), "dev/bench/peers");

    private PeerCache() {}

    static Path folder(String name) {
        String cache = Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                .filter(set -> !set.isEmpty())
                .orElse(System.getProperty("user.home") + "/.cache");
        return folder(Path.of(cache, "regulars", name));
    }

    /** Creates it where it is missing. */
    static Path folder(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
