package dev.regulars.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code make manifests}, which says what it skips where a tool cannot be installed. */
class ManifestsTest {

    @Test
    void theManifestsAreValidAndKeepThePolicies() throws IOException, InterruptedException {
        Path repository = Path.of(System.getProperty("repository"));
        Process check = new ProcessBuilder(
                        repository.resolve("dev/manifests/check").toString())
                .directory(repository.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(check.waitFor()).as(said).isZero();
        System.out.print(said);
    }
}
