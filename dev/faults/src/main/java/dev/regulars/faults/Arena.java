package dev.regulars.faults;

import dev.regulars.sandbox.SandboxProcess;
import dev.regulars.sandbox.home.Home;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Where a trial is played: a sandbox in a folder and on ports of its own. The folder is kept where something failed. */
final class Arena {

    private static final int PORT_OFFSET = 13_000;
    /** Of the largest service, so that it is the last of theirs to be written, and of the broker. */
    private static final List<Path> ARCHIVES = Stream.of(
                    "identity-service/target/quarkus-app/classes.jsa", "dev/sandbox/target/kafka.jsa")
            .map(SandboxProcess.REPOSITORY::resolve)
            .toList();

    private final long seed;
    private final PrintStream out;
    private final Path folder;
    private final Diary diary;
    private final SandboxProcess sandbox;
    private final Trial trial;

    Arena(long seed, PrintStream out) throws IOException {
        this.seed = seed;
        this.out = out;
        folder = Files.createTempDirectory("regulars-faults");
        diary = new Diary(out);
        var settings = Map.of("REGULARS_SANDBOX_TWICE", String.join(",", Plan.REPLICATED));
        sandbox = new SandboxProcess(new Home(SandboxProcess.REPOSITORY, folder, PORT_OFFSET), settings);
        trial = new Trial(sandbox, seed, diary);
    }

    /** Answers whether all was well, and shows what was not. */
    boolean play(int rounds) throws IOException, InterruptedException {
        out.println("Seed " + seed + ", data and logs in " + folder);
        Thread interrupted = new Thread(this::end);
        Runtime.getRuntime().addShutdownHook(interrupted);
        List<String> faults;
        try {
            archiveClasses();
            faults = trial.play(rounds);
        } finally {
            Runtime.getRuntime().removeShutdownHook(interrupted);
            end();
        }
        out.print(trial.recoveries().table());
        if (faults.isEmpty()) {
            discard();
        } else {
            show(faults);
        }
        return faults.isEmpty();
    }

    /** The JVMs do that when they first end well after a build; until then each restart takes twice as long. */
    private void archiveClasses() throws IOException, InterruptedException {
        if (!ARCHIVES.stream().allMatch(Files::exists)) {
            diary.say("first start after a build: starting and stopping once, so that later starts are fast");
            sandbox.start();
            sandbox.close();
        }
    }

    /** Kinds of part that took longer to replace than is promised. */
    List<String> tooSlow() {
        return trial.recoveries().tooLong();
    }

    private void show(List<String> faults) {
        out.println("FAILED. Seed " + seed + ", data and logs in " + folder + "; what happened:");
        diary.lines().forEach(line -> out.println("  " + line));
        out.println("What was wrong:");
        faults.forEach(fault -> out.println("  " + fault));
    }

    private void end() {
        try {
            sandbox.close();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("The sandbox in " + folder + " was not stopped", e);
        }
    }

    private void discard() throws IOException {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }
}
