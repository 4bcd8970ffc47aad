package dev.regulars.bench.benchmark;

import dev.regulars.bench.environment.BenchEnvironment;
import dev.regulars.bench.environment.BenchSuite;
import dev.regulars.bench.measure.Contender;
import dev.regulars.bench.measure.Sample;
import dev.regulars.bench.measure.Table;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Start time and memory of the sandbox. */
public final class StartBenchmark implements Benchmark {

    private static final Pattern SUMMARY = Pattern.compile("Ready after (\\d+) s: (\\d+) processes, (\\d+) MiB");
    private static final String SECONDS = "seconds until ready";
    private static final String MEMORY = "MiB resident";
    private static final String SIDE = "make up";
    private static final Path REPOSITORY = Path.of(System.getProperty("repository"));

    @Override
    public String name() {
        return "start";
    }

    @Override
    public Optional<String> missing() {
        return Optional.empty();
    }

    @Override
    public ReportSection measure(BenchEnvironment environment) {
        Path home = environment.folder("start");
        environment.log("seeding a sandbox, once");
        environment.onClose(() -> say(home, "down"));
        try {
            say(home, "up");
            var contender = new Contender(SIDE, Duration.ZERO, time -> start(home));
            Table table = environment.runs(Duration.ZERO).run("warm start", List.of(contender));
            return new ReportSection(
                    "Start of the sandbox",
                    "`make down; make up` on a warm checkout with data: what `make up` prints.",
                    List.of(table),
                    List.of(
                            Budget.atMost(30, "seconds from `make up` until ready", table.median(SIDE, SECONDS)),
                            Budget.atMost(2_560, "MiB resident", table.median(SIDE, MEMORY))),
                    List.of());
        } finally {
            say(home, "down");
        }
    }

    private static Sample start(Path home) {
        say(home, "down");
        say(home, "up");
        try {
            Matcher output = SUMMARY.matcher(Files.readString(home.resolve("summary.txt")));
            if (!output.find()) {
                throw new IllegalStateException("The sandbox's summary lacks the start time");
            }
            return Sample.EMPTY
                    .and(SECONDS, Double.parseDouble(output.group(1)))
                    .and(MEMORY, Double.parseDouble(output.group(3)))
                    .and("processes", Double.parseDouble(output.group(2)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void say(Path home, String command) {
        var builder = new ProcessBuilder(
                        REPOSITORY.resolve("dev/sandbox/sandbox").toString(), command)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(new File(home.toFile().getParentFile(), "start.log")));
        builder.environment().put("REGULARS_SANDBOX_HOME", home.toString());
        builder.environment().put("REGULARS_SANDBOX_PORT_OFFSET", "" + BenchSuite.PORT_OFFSET);
        try {
            if (builder.start().waitFor() != 0) {
                throw new IllegalStateException("The sandbox in " + home + " failed to go " + command);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
