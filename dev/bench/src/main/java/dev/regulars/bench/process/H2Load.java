package dev.regulars.bench.process;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import dev.regulars.bench.measure.LoadResult;
import dev.regulars.local.Spawner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One request, repeated by h2load, which uses little of the CPU that it shares with the measured processes.
 *
 * @param body of a POST; null for a GET
 */
public record H2Load(
        String url, Map<String, String> headers, @Nullable String body) {

    public static final String TOOL = "h2load";

    private static final String MISSING = "h2load is not installed (Debian: nghttp2-client)";
    private static final Duration GRACE = Duration.ofSeconds(20);

    /** The reason where h2load is missing. */
    public static Optional<String> missing() {
        return Shell.isAvailable(TOOL) ? Optional.empty() : Optional.of(MISSING);
    }

    /** Closed loop: each connection repeats as soon as it has its response. */
    public LoadResult closed(int connections, Duration time) {
        return run(time, List.of("-c" + connections, "-D" + time.toSeconds()));
    }

    /**
     * Open loop at a fixed rate, whether earlier requests have finished or not. Each connection has its own schedule, with
     * enough connections to keep the rate; they start one after the other, so that requests are spread out.
     */
    public LoadResult open(double perSecond, int connections, Duration time) {
        long requests = Math.round(perSecond * time.toSeconds());
        return run(
                time,
                List.of(
                        "-c" + connections,
                        "-n" + requests,
                        "--rps=" + perSecond / connections,
                        "-r1",
                        "--rate-period=1ms"));
    }

    private LoadResult run(Duration time, List<String> options) {
        try {
            Path folder = Files.createTempDirectory("h2load");
            try {
                return run(folder, time, options);
            } finally {
                for (String file : List.of("log", "body", "said")) {
                    Files.deleteIfExists(folder.resolve(file));
                }
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("Interrupted", e);
        }
    }

    private LoadResult run(Path folder, Duration time, List<String> options) throws IOException, InterruptedException {
        Path log = folder.resolve("log");
        List<String> command = new ArrayList<>(List.of(TOOL, "--h1", "-t1", "--log-file=" + log));
        command.addAll(options);
        headers.forEach((name, value) -> command.addAll(List.of("-H", name + ": " + value)));
        if (body != null) {
            command.addAll(List.of(
                    "-d", Files.writeString(folder.resolve("body"), body).toString()));
        }
        command.add(url);
        Process process = Spawner.start(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile()));
        if (!process.waitFor(time.plus(GRACE).toMillis(), MILLISECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException(url + " did not finish within " + time.plus(GRACE));
        }
        return LoadResult.of(log);
    }
}
