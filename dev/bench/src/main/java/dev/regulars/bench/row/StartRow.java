package dev.regulars.bench.row;

import dev.regulars.bench.measure.Sample;
import dev.regulars.bench.measure.Side;
import dev.regulars.bench.measure.Table;
import dev.regulars.bench.stage.Stage;
import dev.regulars.bench.stage.Suite;
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

/** What a developer waits for, and what it takes of the machine. */
public final class StartRow implements Row {

    private static final Pattern SAID =
            Pattern.compile("All green (\\d+) s after the command, (\\d+) processes, (\\d+) MiB");
    private static final String SECONDS = "seconds to all green";
    private static final String MEMORY = "MiB resident in all";
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
    public Chapter measure(Stage stage) {
        Path home = stage.folder("start");
        stage.say("seeding a sandbox, once");
        stage.atEnd(() -> say(home, "down"));
        try {
            say(home, "up");
            var side = new Side(SIDE, Duration.ZERO, time -> start(home));
            Table table = stage.series(Duration.ZERO).play("warm start", List.of(side));
            return new Chapter(
                    "Start of the sandbox",
                    "`make down; make up` on a warm checkout with data: what `make up` prints.",
                    List.of(table),
                    List.of(
                            Bar.atMost(30, "seconds from `make up` to all green", table.median(SIDE, SECONDS)),
                            Bar.atMost(2_560, "MiB resident in all", table.median(SIDE, MEMORY))),
                    List.of());
        } finally {
            say(home, "down");
        }
    }

    private static Sample start(Path home) {
        say(home, "down");
        say(home, "up");
        try {
            Matcher said = SAID.matcher(Files.readString(home.resolve("summary.txt")));
            if (!said.find()) {
                throw new IllegalStateException("The sandbox does not say how long it took");
            }
            return Sample.NOTHING
                    .and(SECONDS, Double.parseDouble(said.group(1)))
                    .and(MEMORY, Double.parseDouble(said.group(3)))
                    .and("processes", Double.parseDouble(said.group(2)));
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
        builder.environment().put("REGULARS_SANDBOX_PORT_OFFSET", "" + Suite.PORT_OFFSET);
        try {
            if (builder.start().waitFor() != 0) {
                throw new IllegalStateException("The sandbox in " + home + " did not go " + command);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
