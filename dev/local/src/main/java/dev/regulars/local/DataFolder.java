package dev.regulars.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The data folder of a server: persistent, or deleted on close. */
public record DataFolder(Path path, boolean kept) {

    public static DataFolder temporary(String name) {
        try {
            return new DataFolder(TemporaryFolder.create("regulars-" + name), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static DataFolder kept(Path path) {
        try {
            return new DataFolder(Files.createDirectories(path), true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Idempotent. */
    public void discard() {
        if (!kept) {
            TemporaryFolder.delete(path);
        }
    }
}
