package dev.regulars.sandbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.regulars.sandbox.home.Home;
import dev.regulars.sandbox.seed.Demo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A sandbox of the test's own, beside whatever a developer has running. */
final class SandboxProcess implements AutoCloseable {

    private static final int OFFSET = 11_000;

    private final Home home;

    SandboxProcess(Path folder) {
        home = new Home(Path.of(System.getProperty("repository")), folder, OFFSET);
    }

    void start() throws IOException, InterruptedException {
        if (say("up") != 0) {
            throw new IllegalStateException("The sandbox did not start:\n" + Files.readString(home.log("sandbox")));
        }
    }

    String gateway() {
        return home.gateway();
    }

    String control() {
        return home.control();
    }

    String mongo() {
        return "mongodb://127.0.0.1:" + (8092 + OFFSET) + "/?replicaSet=rs";
    }

    String kafka() {
        return "127.0.0.1:" + (8090 + OFFSET);
    }

    Path tour() {
        return home.file("tour.sh");
    }

    Demo demo() throws IOException {
        return new ObjectMapper().readValue(home.file("sandbox.json").toFile(), Demo.class);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        say("down");
    }

    private int say(String command) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String jar = home.repository().resolve("dev/sandbox/target/sandbox.jar").toString();
        var process = new ProcessBuilder(List.of(java, "-Drepository=" + home.repository(), "-jar", jar, command))
                .inheritIO();
        process.environment().put("REGULARS_SANDBOX_HOME", home.folder().toString());
        process.environment().put("REGULARS_SANDBOX_PORT_OFFSET", "" + OFFSET);
        return process.start().waitFor();
    }
}
