package dev.regulars.bench.peer;

import dev.regulars.bench.process.Await;
import dev.regulars.bench.process.ChildProcess;
import dev.regulars.bench.process.Shell;
import dev.regulars.local.Ports;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** nginx as a proxy. */
public record Nginx(ChildProcess child, int port) implements AutoCloseable {

    public static final String MISSING = "nginx is not installed (Debian: nginx-light)";

    private static final Duration START = Duration.ofSeconds(10);

    public static boolean isAvailable() {
        return Shell.isAvailable("nginx");
    }

    public static Optional<String> version() {
        return Shell.run(Path.of("."), "nginx", "-v").map(output -> output.replace("nginx version: ", ""));
    }

    /** @param values for the placeholders <code>${…}</code> in a file of peers/nginx */
    public static Nginx start(String configuration, Path folder, Map<String, Object> values) {
        int port = Ports.free();
        String text = PeerCache.read(PeerCache.PEERS.resolve("nginx").resolve(configuration + ".conf"))
                .replace("${port}", "" + port);
        for (Map.Entry<String, Object> value : values.entrySet()) {
            text = text.replace("${" + value.getKey() + "}", "" + value.getValue());
        }
        PeerCache.write(folder.resolve("nginx.conf"), text);
        var child = ChildProcess.start(
                "nginx " + configuration,
                folder,
                Map.of(),
                List.of("nginx", "-p", folder + File.separator, "-c", "nginx.conf"));
        Await.until("nginx listens", START, Duration.ofMillis(50), () -> Ports.isTaken(port));
        return new Nginx(child, port);
    }

    public String address() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        child.close();
    }
}
