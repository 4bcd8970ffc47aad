package dev.regulars.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Where servers of tests keep their data. */
public final class TemporaryFolder {

    private static final Path MEMORY = Path.of("/dev/shm");

    private TemporaryFolder() {}

    /**
     * In memory where the system offers that. Tests kill processes, not the machine, and what a killed process wrote stays;
     * on a disk shared with a build, each commit of the database would wait for the disk.
     */
    public static Path create(String prefix) throws IOException {
        return Files.isWritable(MEMORY) ? Files.createTempDirectory(MEMORY, prefix) : Files.createTempDirectory(prefix);
    }

    /** With everything in it; a second time changes nothing. */
    public static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
