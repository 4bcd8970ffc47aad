package dev.regulars.systemtest.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;

/** {@code make manifests}, which says what it skips where a tool cannot be installed. Beside the start of the suite. */
@Order(0)
@Execution(CONCURRENT)
class ManifestsIT {

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
