package dev.regulars.systemtest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.regulars.sandbox.SandboxProcess;
import dev.regulars.systemtest.sandbox.SharedSandbox;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Clients of Rocket.Chat as they are published log in, read a user, and log out; skipped where they cannot be had. */
@ExtendWith(SharedSandbox.class)
class RocketChatClientsIT {

    private static final Path SCRIPTS =
            Path.of(System.getProperty("repository"), "dev/system-tests/src/test/resources/rocketchat");

    /** How a command ended, and what it wrote. */
    private record Ended(int status, String text) {}

    private final SandboxProcess sandbox;

    @TempDir
    Path folder;

    RocketChatClientsIT(SandboxProcess sandbox) {
        this.sandbox = sandbox;
    }

    /** Its typings are not needed to run it, so it is unpacked with the one package that it calls. */
    @Test
    void javaScriptClientLogsInAndOut() throws IOException, InterruptedException {
        installed("npm", "install", "--no-audit", "--no-fund", "query-string@7.1.3");
        installed("npm", "pack", "--silent", "@rocket.chat/api-client@0.2.57");
        Path client = Files.createDirectories(folder.resolve("node_modules/@rocket.chat/api-client"));
        installed("tar", "xzf", "rocket.chat-api-client-0.2.57.tgz", "--strip-components=1", "-C", client.toString());

        Files.copy(SCRIPTS.resolve("client.js"), folder.resolve("client.js"));
        played(Map.of(), "node", folder.resolve("client.js").toString());
    }

    @Test
    void pythonClientLogsInAndOut() throws IOException, InterruptedException {
        Path packages = folder.resolve("packages");
        installed(
                "python3", "-m", "pip", "install", "--quiet", "--target", packages.toString(), "rocketchat-API==3.7.1");

        played(
                Map.of("PYTHONPATH", packages.toString()),
                "python3",
                SCRIPTS.resolve("client.py").toString());
    }

    private void installed(String... command) throws IOException, InterruptedException {
        Ended ended = run(Map.of(), List.of(command));
        assumeTrue(
                ended.status() == 0,
                () -> "Skipped, since this is not possible here: " + String.join(" ", command) + "\n" + ended.text());
    }

    private void played(Map<String, String> environment, String... script) throws IOException, InterruptedException {
        var owner = sandbox.demo().owner();
        List<String> command = new ArrayList<>(List.of(script));
        command.addAll(List.of(sandbox.gateway(), owner.username(), owner.email(), owner.password()));
        Ended ended = run(environment, command);
        assertThat(ended.text()).as("%s", command).endsWith("played\n");
    }

    private Ended run(Map<String, String> environment, List<String> command) throws IOException, InterruptedException {
        File output = folder.resolve("output.txt").toFile();
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output);
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            boolean inTime = process.waitFor(2, TimeUnit.MINUTES);
            if (!inTime) {
                process.destroyForcibly();
            }
            String text = Files.readString(output.toPath(), StandardCharsets.UTF_8);
            return new Ended(inTime ? process.exitValue() : -1, text);
        } catch (IOException absent) {
            return new Ended(-1, String.valueOf(absent.getMessage()));
        }
    }
}
