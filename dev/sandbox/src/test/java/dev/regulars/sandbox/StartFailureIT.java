package dev.regulars.sandbox;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.regulars.local.Ports;
import dev.regulars.local.Spawner;
import dev.regulars.sandbox.home.SandboxHome;
import dev.regulars.sandbox.service.Replica;
import dev.regulars.sandbox.service.Services;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts with broken service packages: broker and database start, then every service exits at once. */
class StartFailureIT {

    private static final int OFFSET = 14_000; // clear of the management ports of the shared sandbox

    @TempDir
    Path folder;

    private SandboxProcess sandbox;

    @BeforeEach
    void breakServices() throws IOException {
        for (Replica service : new Services(Set.of()).all()) {
            Path jar = folder.resolve(service.service()).resolve("target/quarkus-app/quarkus-run.jar");
            Files.createDirectories(jar.getParent());
            Files.writeString(jar, "not a jar");
        }
        sandbox = new SandboxProcess(new SandboxHome(folder, folder.resolve(".sandbox"), OFFSET), Map.of());
    }

    @AfterEach
    void nothingIsLeftBehind() {
        await().atMost(ofSeconds(20)).untilAsserted(() -> assertThat(IntStream.rangeClosed(8079, 8093)
                        .map(port -> port + OFFSET)
                        .filter(Ports::isTaken))
                .isEmpty());
    }

    @Test
    void aTakenPortIsNamedBeforeAnythingStarts() throws IOException, InterruptedException {
        try (var taken = new ServerSocket(8085 + OFFSET, 1, InetAddress.getLoopbackAddress())) {
            assertThat(sandbox.command("up").waitFor()).isEqualTo(1);
            assertThat(log()).contains("Taken ports: {" + taken.getLocalPort() + "=rewards-service}");
        }
    }

    @Test
    void aServiceThatExitsIsNamedWithItsLog() throws IOException, InterruptedException {
        assertThat(sandbox.command("up").waitFor()).isEqualTo(1);
        assertThat(log()).containsPattern("FAILED: [a-z-]+ ended with 1 while it started: see .*[a-z-]+\\.log");
    }

    @Test
    void anInterruptedStartStopsWhatItStarted() throws IOException, InterruptedException {
        Process up = sandbox.command("up");
        await().atMost(ofSeconds(30)).until(() -> log().contains("mongod is ready"));
        up.destroy();
        assertThat(up.waitFor()).isNotZero();
        assertThat(log()).contains("stopped").doesNotContain("FAILED");
    }

    @Test
    void aKilledSupervisorTakesItsChildrenWithIt() throws IOException, InterruptedException {
        assumeTrue(Spawner.runs(List.of("setpriv", "--pdeathsig", "KILL", "true")));
        Process up = sandbox.command("up");
        await().atMost(ofSeconds(30)).until(() -> log().contains("mongod is ready"));
        long supervisor =
                Long.parseLong(Files.readString(sandbox.home().file("pid")).strip());
        ProcessHandle.of(supervisor).ifPresent(ProcessHandle::destroyForcibly);
        assertThat(up.waitFor()).isEqualTo(1);
    }

    private String log() throws IOException {
        Path log = sandbox.home().log("sandbox");
        return Files.exists(log) ? Files.readString(log) : "";
    }
}
