package dev.regulars.bench.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;

import dev.regulars.local.Spawner;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Runs short commands. */
public final class Shell {

    private static final int MOST_SECONDS = 300;

    private Shell() {}

    /** Its output, if it is installed and succeeded. */
    public static Optional<String> run(Path folder, String... command) {
        if (!isAvailable(command[0])) {
            return Optional.empty();
        }
        try {
            Path output = Files.createTempFile("said", ".txt");
            Process process = Spawner.start(new ProcessBuilder(List.of(command))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile()));
            boolean succeeded = process.waitFor(MOST_SECONDS, SECONDS) && process.exitValue() == 0;
            process.destroyForcibly();
            String text = Files.readString(output, UTF_8).strip();
            Files.delete(output);
            return succeeded ? Optional.of(text) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("Interrupted", e);
        }
    }

    /** Whether a program is on the PATH. */
    public static boolean isAvailable(String program) {
        return List.of(System.getenv("PATH").split(File.pathSeparator)).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
