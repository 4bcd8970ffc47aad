package dev.regulars.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Where a server keeps its data: for good, or until it is closed. */
record DataFolder(Path path, boolean kept) {

    static DataFolder temporary(String name) {
        try {
            return new DataFolder(Files.createTempDirectory("regulars-" + name), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static DataFolder kept(Path path) {
        try {
            return new DataFolder(Files.createDirectories(path), true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A second call finds nothing to do. */
    void discard() {
        if (kept || !Files.exists(path)) {
            return;
        }
        try (var files = Files.walk(path)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
