package dev.regulars.sandbox.service;

import dev.regulars.local.Mongod;
import dev.regulars.local.ReplicaSet;
import dev.regulars.local.kafka.LocalKafka;
import dev.regulars.sandbox.home.Ports;
import dev.regulars.sandbox.home.SandboxHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The launch specs of all processes of the suite. */
public record LaunchSpecs(SandboxHome home, Settings settings) {

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private static final String FAST_START = "-XX:TieredStopAtLevel=1";

    /** JVM options of the services: small, with a fast start. The bench overrides them to use both compilers. */
    private static final String OPTIONS =
            System.getenv().getOrDefault("REGULARS_SANDBOX_JVM", "-Xmx128m -XX:+UseSerialGC " + FAST_START);

    /** Tokens are signed eight times as fast as by {@link #FAST_START} alone. Of all else the optimizing compiler costs more than it brings. */
    private static final List<String> HOT_CODE_OPTIMIZED = List.of(
            "-XX:TieredStopAtLevel=4",
            "-XX:Tier4InvocationThreshold=30000",
            "-XX:Tier4MinInvocationThreshold=10000",
            "-XX:Tier4CompileThreshold=60000",
            "-XX:Tier4BackEdgeThreshold=400000");

    /** Class archives save a quarter of later starts. They are written when a service stops, which takes a minute where all do. */
    private static final boolean ARCHIVES =
            Boolean.parseBoolean(System.getenv().getOrDefault("REGULARS_SANDBOX_ARCHIVES", "true"));

    /** One jar, whose manifest names the rest. */
    private static final String CLASS_PATH = System.getProperty("java.class.path");

    public LaunchSpec mongo() {
        int port = home.port(Ports.MONGO);
        return new LaunchSpec(
                "mongod",
                port,
                Mongod.command(home.folder("data/mongo"), port),
                Map.of(),
                home.log("mongod"),
                new ReplicaSet(port)::takesWrites);
    }

    public LaunchSpec kafka() {
        int port = home.port(Ports.KAFKA);
        List<String> command = List.of(
                JAVA,
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+AutoCreateSharedArchive", // written at the first stop; halves later start times
                "-XX:SharedArchiveFile=" + kafkaArchive(),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-cp",
                CLASS_PATH,
                LocalKafka.class.getName(),
                home.folder("data/kafka").toString(),
                "" + port,
                "" + home.port(Ports.KAFKA_CONTROLLER));
        return new LaunchSpec("kafka", port, command, Map.of(), home.log("kafka"), new ReadinessProbe(port)::accepts);
    }

    /** Deletes an archive of an earlier build, which the JVM would reject but not replace. */
    private static Path kafkaArchive() {
        Path jar = Path.of(CLASS_PATH);
        Path archive = jar.resolveSibling("kafka.jsa");
        try {
            if (Files.exists(archive)
                    && Files.getLastModifiedTime(archive).compareTo(Files.getLastModifiedTime(jar)) < 0) {
                Files.delete(archive);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return archive;
    }

    public LaunchSpec service(Replica replica) {
        String service = replica.service();
        Path jar = home.repository().resolve(service).resolve("target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new IllegalStateException(service + " is not built, " + jar + " is missing: run make up");
        }
        List<String> command = new ArrayList<>(List.of(JAVA));
        command.addAll(List.of(OPTIONS.split(" ")));
        Path archive = jar.resolveSibling("classes.jsa");
        boolean writes = ARCHIVES && replica.number() == 1; // only one process may write it
        if (writes) {
            command.add("-XX:+AutoCreateSharedArchive");
        }
        if (writes || Files.exists(archive)) {
            command.add("-XX:SharedArchiveFile=" + archive);
        }
        if (service.equals("identity-service")) {
            if (OPTIONS.contains(FAST_START)) {
                command.addAll(HOT_CODE_OPTIMIZED);
            }
            command.add("-XX:ThreadPriorityPolicy=1"); // else the low priority of password hashing has no effect
        }
        command.addAll(List.of("-jar", jar.toString()));
        int port = replica.port(home);
        return new LaunchSpec(
                replica.name(),
                port,
                command,
                settings.of(replica),
                home.log(replica.name()),
                new ReadinessProbe(replica.managementPort(home))::isHealthy);
    }
}
