package dev.regulars.systemtest.widget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;
import static org.junit.jupiter.api.parallel.ResourceAccessMode.READ;

import dev.regulars.sandbox.SandboxProcess;
import dev.regulars.systemtest.sandbox.SharedSandbox;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The widgets in a browser, on pages of other sites; skipped without Node or Chromium. */
@Execution(CONCURRENT)
@ResourceLock(value = SharedSandbox.PROCESSES, mode = READ)
@ExtendWith(SharedSandbox.class)
class WidgetsIT {

    private static final Path WIDGETS = SandboxProcess.REPOSITORY.resolve("clients/widgets");

    /** How a command ended, and what it wrote. */
    private record Ended(int status, String text) {}

    private final SandboxProcess sandbox;

    @TempDir
    Path folder;

    WidgetsIT(SandboxProcess sandbox) {
        this.sandbox = sandbox;
    }

    @Test
    void committedBuildIsThatOfTheSources() throws IOException, InterruptedException {
        Ended hash = run("node", "-e", "import('./source-hash.mjs').then(m => process.stdout.write(m.sourceHash()))");
        assumeTrue(hash.status() == 0, () -> "Skipped without Node: " + hash.text());
        assertThat(WIDGETS.resolve("dist/built-from"))
                .as("npm run build in clients/widgets, and commit dist")
                .content()
                .isEqualTo(hash.text() + "\n");
    }

    @Test
    void widgetsWorkOnPagesOfOtherSites() throws IOException, InterruptedException {
        installPackages();
        Ended unit = run("npm", "test", "--silent");
        assertThat(unit.status()).as(unit.text()).isZero();

        Ended browser = run("npm", "run", "--silent", "browser");
        assumeFalse(browser.text().contains("there is no Chromium"), "Skipped: there is no Chromium on the PATH");
        assertThat(browser.status()).as(browser.text()).isZero();
    }

    private void installPackages() throws IOException, InterruptedException {
        if (!Files.exists(WIDGETS.resolve("node_modules/playwright-core"))) {
            Ended installed = run("npm", "ci", "--no-audit", "--no-fund");
            assumeTrue(
                    installed.status() == 0, () -> "Skipped, since packages cannot be installed: " + installed.text());
        }
    }

    private Ended run(String... command) throws IOException, InterruptedException {
        File output = folder.resolve("output.txt").toFile();
        var builder = new ProcessBuilder(List.of(command))
                .directory(WIDGETS.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output);
        builder.environment().put("SANDBOX", sandbox.home().file("sandbox.json").toString());
        try {
            Process process = builder.start();
            boolean inTime = process.waitFor(8, TimeUnit.MINUTES);
            if (!inTime) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
            String text = Files.readString(output.toPath(), StandardCharsets.UTF_8);
            return new Ended(inTime ? process.exitValue() : -1, text);
        } catch (IOException absent) {
            return new Ended(-1, String.valueOf(absent.getMessage()));
        }
    }
}
