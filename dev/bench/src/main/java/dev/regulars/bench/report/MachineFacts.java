package dev.regulars.bench.report;

import dev.regulars.bench.peer.Camel;
import dev.regulars.bench.peer.Keycloak;
import dev.regulars.bench.peer.Nginx;
import dev.regulars.bench.peer.ParseServer;
import dev.regulars.bench.process.ChildProcess;
import dev.regulars.bench.process.H2Load;
import dev.regulars.bench.process.Shell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.utils.AppInfoParser;

/** The machine and the versions of all programs. */
record MachineFacts(Map<String, String> facts) {

    private static final Path REPOSITORY = Path.of(System.getProperty("repository"));
    private static final long KIBIBYTES = 1L << 20;

    /** Taken before the bench starts, so that the load average is that of others. */
    static MachineFacts now() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("commit", commit());
        facts.put(
                "processors", Runtime.getRuntime().availableProcessors() + " × " + line("/proc/cpuinfo", "model name"));
        facts.put("memory", memory());
        facts.put("kernel", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        facts.put("load before", first("/proc/loadavg").replaceAll(" \\d+/.*", ""));
        facts.put("JDK", System.getProperty("java.vm.version") + ", services with " + ChildProcess.JVM);
        facts.put("MongoDB", version(System.getProperty("mongod")));
        facts.put("Kafka", AppInfoParser.getVersion());
        facts.put("h2load", Shell.run(REPOSITORY, H2Load.TOOL, "--version").orElse("–"));
        facts.put("nginx", Nginx.version().orElse("–"));
        facts.put("Keycloak", Keycloak.version());
        facts.put("Apache Camel", Camel.version());
        facts.put(
                "Parse Server",
                ParseServer.version() + ", node "
                        + Shell.run(REPOSITORY, "node", "--version").orElse("–"));
        return new MachineFacts(facts);
    }

    private static String commit() {
        String head =
                Shell.run(REPOSITORY, "git", "rev-parse", "--short", "HEAD").orElse("unknown");
        boolean clean = Shell.run(REPOSITORY, "git", "status", "--porcelain")
                .map(String::isEmpty)
                .orElse(true);
        return clean ? head : head + " and changes that are not committed";
    }

    private static String memory() {
        return Long.parseLong(line("/proc/meminfo", "MemTotal").replaceAll("\\D", "")) / KIBIBYTES + " GiB";
    }

    private static String version(String finder) {
        return Shell.run(REPOSITORY, "sh", "-c", "\"$(" + finder + ")\" --version")
                .map(output -> output.lines().findFirst().orElse("").replace("db version v", ""))
                .orElse("–");
    }

    private static String line(String file, String name) {
        return first(file, name).replaceAll("^[^:]*:\\s*", "");
    }

    private static String first(String file) {
        return first(file, "");
    }

    private static String first(String file, String start) {
        try (var lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(start)).findFirst().orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
