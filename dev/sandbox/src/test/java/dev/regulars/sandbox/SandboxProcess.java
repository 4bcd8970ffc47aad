package dev.regulars.sandbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.regulars.sandbox.home.Home;
import dev.regulars.sandbox.home.Ports;
import dev.regulars.sandbox.seed.Demo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A sandbox of the test's own, beside whatever a developer has running. */
final class SandboxProcess implements AutoCloseable {

    private static final Path REPOSITORY = Path.of(System.getProperty("repository"));

    private final Home home;

    SandboxProcess(Path folder) {
        this(REPOSITORY, folder, 11_000);
    }

    /** {@code built} is where the services' packages are. */
    SandboxProcess(Path built, Path folder, int offset) {
        home = new Home(built, folder, offset);
    }

    void start() throws IOException, InterruptedException {
        if (say("up").waitFor() != 0) {
            throw new IllegalStateException("The sandbox did not start:\n" + Files.readString(home.log("sandbox")));
        }
    }

    Process say(String command) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String jar = REPOSITORY.resolve("dev/sandbox/target/sandbox.jar").toString();
        String repository = "-Drepository=" + home.repository();
        String mongod = "-Dmongod=" + REPOSITORY.resolve("dev/local/mongod");
        var process = new ProcessBuilder(List.of(java, repository, mongod, "-jar", jar, command)).inheritIO();
        process.environment().put("REGULARS_SANDBOX_HOME", home.folder().toString());
        process.environment().put("REGULARS_SANDBOX_PORT_OFFSET", "" + home.offset());
        process.environment().put("QUARKUS_LOG_CATEGORY__DEV_REGULARS__LEVEL", "DEBUG"); // all that we could say
        return process.start();
    }

    List<Path> logs() throws IOException {
        try (var files = Files.walk(home.folder("logs"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    Home home() {
        return home;
    }

    String gateway() {
        return home.gateway();
    }

    String control() {
        return home.control();
    }

    String mongo() {
        return "mongodb://127.0.0.1:" + home.port(Ports.MONGO) + "/?replicaSet=rs";
    }

    String kafka() {
        return "127.0.0.1:" + home.port(Ports.KAFKA);
    }

    Path tour() {
        return home.file("tour.sh");
    }

    Demo demo() throws IOException {
        return new ObjectMapper().readValue(home.file("sandbox.json").toFile(), Demo.class);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        say("down").waitFor();
    }
}
