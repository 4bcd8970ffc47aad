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
 * One call, made over and over by h2load, which takes little of the processors that it shares with what is measured.
 *
 * @param body of a POST; nothing for a GET
 */
public record H2Load(
        String url, Map<String, String> headers, @Nullable String body) {

    public static final String TOOL = "h2load";

    private static final String MISSING = "h2load is not here (Debian: nghttp2-client)";
    private static final Duration GRACE = Duration.ofSeconds(20);

    /** In a word. */
    public static Optional<String> missing() {
        return Shell.isAvailable(TOOL) ? Optional.empty() : Optional.of(MISSING);
    }

    /** Each connection asks again as soon as it was answered. */
    public LoadResult closed(int connections, Duration time) {
        return run(time, List.of("-c" + connections, "-D" + time.toSeconds()));
    }

    /**
     * So many a second, whether those before were answered or not: each connection has its own beat, and so many of them
     * that none is late. They begin one after the other, else all would ask at the same moment.
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
            throw new IllegalStateException(url + " did not answer all within " + time.plus(GRACE));
        }
        return LoadResult.of(log);
    }
}
