package dev.regulars.sandbox.process;

import dev.regulars.local.LocalKafka;
import dev.regulars.local.Mongod;
import dev.regulars.local.ReplicaSet;
import dev.regulars.sandbox.home.Home;
import dev.regulars.sandbox.home.Ports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How each part of the suite is started on a developer's machine. */
record Recipes(Home home, Settings settings) {

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    Recipe mongo() {
        int port = home.port(Ports.MONGO);
        return new Recipe(
                "mongod",
                port,
                Mongod.command(home.folder("data/mongo"), port),
                Map.of(),
                home.log("mongod"),
                new ReplicaSet(port)::takesWrites);
    }

    Recipe kafka() {
        int port = home.port(Ports.KAFKA);
        List<String> command = List.of(
                JAVA,
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-cp",
                System.getProperty("java.class.path"),
                LocalKafka.class.getName(),
                home.folder("data/kafka").toString(),
                "" + port,
                "" + home.port(Ports.KAFKA_CONTROLLER));
        return new Recipe("kafka", port, command, Map.of(), home.log("kafka"), new Probe(port)::accepts);
    }

    Recipe service(String name) {
        Path jar = home.repository().resolve(name).resolve("target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new IllegalStateException(name + " is not built, " + jar + " is missing: run make up");
        }
        List<String> command = new ArrayList<>(List.of(
                JAVA,
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+AutoCreateSharedArchive", // written at the first stop; halves the time of every later start
                "-XX:SharedArchiveFile=" + jar.resolveSibling("classes.jsa")));
        if (name.equals("identity-service")) {
            command.add("-XX:ThreadPriorityPolicy=1"); // else the low priority of password hashing counts for nothing
        }
        command.addAll(List.of("-jar", jar.toString()));
        int port = home.port(Services.port(name));
        return new Recipe(name, port, command, settings.of(name), home.log(name), new Probe(port)::isHealthy);
    }
}
