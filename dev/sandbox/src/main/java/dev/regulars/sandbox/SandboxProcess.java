package dev.regulars.sandbox;

import static java.util.Objects.requireNonNull;

import dev.regulars.sandbox.home.Ports;
import dev.regulars.sandbox.home.SandboxHome;
import dev.regulars.sandbox.seed.Demo;
import dev.regulars.sandbox.seed.DemoFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A separate sandbox for tests, beside the developer's own. */
public final class SandboxProcess implements AutoCloseable {

    public static final Path REPOSITORY = Path.of(requireNonNull(System.getProperty("repository")));

    private final SandboxHome home;
    private final Map<String, String> settings;

    /** @param settings environment variables of the sandbox and of everything it starts */
    public SandboxProcess(SandboxHome home, Map<String, String> settings) {
        this.home = home;
        this.settings = settings;
    }

    /** Returns when all processes are ready. */
    public void start() throws IOException, InterruptedException {
        if (command("up").waitFor() != 0) {
            throw new IllegalStateException("The sandbox did not start:\n" + Files.readString(home.log("sandbox")));
        }
    }

    public Process command(String command) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String jar = REPOSITORY.resolve("dev/sandbox/target/sandbox.jar").toString();
        String repository = "-Drepository=" + home.repository();
        String mongod = "-Dmongod=" + REPOSITORY.resolve("dev/local/mongod");
        var process = new ProcessBuilder(List.of(java, repository, mongod, "-jar", jar, command))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD) // the supervisor's log has it
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        process.environment().putAll(settings);
        process.environment().put("REGULARS_SANDBOX_HOME", home.folder().toString());
        process.environment().put("REGULARS_SANDBOX_PORT_OFFSET", "" + home.offset());
        return process.start();
    }

    public SandboxHome home() {
        return home;
    }

    public List<Path> logs() throws IOException {
        try (var files = Files.walk(home.folder("logs"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    public String gateway() {
        return home.gateway();
    }

    public String control() {
        return home.control();
    }

    public String mongo() {
        return "mongodb://127.0.0.1:" + home.port(Ports.MONGO) + "/?replicaSet=rs";
    }

    public String kafka() {
        return "127.0.0.1:" + home.port(Ports.KAFKA);
    }

    public Path tour() {
        return home.file("tour.sh");
    }

    public Demo demo() throws IOException {
        return new DemoFile(home).read().orElseThrow();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        command("down").waitFor();
    }
}
