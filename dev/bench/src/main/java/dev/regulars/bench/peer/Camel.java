package dev.regulars.bench.peer;

import dev.regulars.bench.process.ChildProcess;
import dev.regulars.bench.process.Shell;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A bare route from Kafka to HTTP. */
public final class Camel {

    public static final String MISSING = "Apache Camel is not installed (Maven downloads it where it can)";

    private static final Path DESCRIBED = PeerCache.PEERS.resolve("camel");
    private static final Path CLASS_PATH =
            PeerCache.folder("camel-" + version()).resolve("class-path");

    private Camel() {}

    public static String version() {
        return PeerCache.read(DESCRIBED.resolve("camel.xml"))
                .replaceAll("(?s).*<camel.version>(.*)</camel.version>.*", "$1");
    }

    /** Downloads it once. */
    public static boolean isAvailable() {
        return Files.exists(CLASS_PATH)
                || Shell.run(
                                DESCRIBED,
                                "mvn",
                                "-q",
                                "-B",
                                "-f",
                                "camel.xml",
                                "dependency:build-classpath",
                                "-Dmdep.outputFile=" + CLASS_PATH)
                        .isPresent();
    }

    public static ChildProcess start(Path folder, String kafka, String topic, String receiver, int bodySize) {
        return ChildProcess.java(
                "Camel",
                folder,
                Map.of(),
                List.of(
                        "-Dbench.brokers=" + kafka,
                        "-Dbench.topic=" + topic,
                        "-Dbench.receiver=" + receiver,
                        "-Dbench.body=" + "x".repeat(bodySize),
                        "-Dcamel.main.routes-include-pattern=file:" + DESCRIBED.resolve("route.yaml"),
                        "-cp",
                        PeerCache.read(CLASS_PATH),
                        "org.apache.camel.main.Main"));
    }
}
