package dev.regulars.sandbox.seed;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.regulars.sandbox.home.SandboxHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;

/** {@code sandbox.json}: written last, so that data without it is known to be incomplete. */
public record DemoFile(SandboxHome home) {

    private static final String NAME = "sandbox.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    public Optional<Demo> read() {
        try {
            return Files.exists(home.file(NAME))
                    ? Optional.of(JSON.readValue(home.file(NAME).toFile(), Demo.class))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void write(Demo demo) {
        try {
            home.write(NAME, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(demo) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns whether the sandbox was incomplete: data without the file, or the file without data. */
    public boolean wipeIncomplete() {
        boolean written = Files.exists(home.file(NAME));
        if (written == hasData()) {
            return false;
        }
        home.remove(NAME);
        delete(home.file("data"));
        return true;
    }

    private boolean hasData() {
        String[] files = home.file("data/mongo").toFile().list();
        return files != null && files.length > 0;
    }

    private static void delete(Path folder) {
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
