package dev.regulars.faults;

import dev.regulars.sandbox.SandboxProcess;
import dev.regulars.sandbox.home.SandboxHome;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Where a trial is played: a sandbox in a folder and on ports of its own. The folder is kept where something failed. */
final class FaultRunner {

    private static final int PORT_OFFSET = 13_000;
    /** Of the largest service, so that it is the last of theirs to be written, and of the broker. */
    private static final List<Path> ARCHIVES = Stream.of(
                    "identity-service/target/quarkus-app/classes.jsa", "dev/sandbox/target/kafka.jsa")
            .map(SandboxProcess.REPOSITORY::resolve)
            .toList();

    private final long seed;
    private final PrintStream out;
    private final Path folder;
    private final RunLog log;
    private final SandboxProcess sandbox;
    private final FaultRun run;

    FaultRunner(long seed, PrintStream out) throws IOException {
        this.seed = seed;
        this.out = out;
        folder = Files.createTempDirectory("regulars-faults");
        log = new RunLog(out);
        var settings = Map.of("REGULARS_SANDBOX_REPLICATED", String.join(",", KillPlan.REPLICATED));
        sandbox = new SandboxProcess(new SandboxHome(SandboxProcess.REPOSITORY, folder, PORT_OFFSET), settings);
        run = new FaultRun(sandbox, seed, log);
    }

    /** Answers whether all was well, and shows what was not. */
    boolean run(int rounds) throws IOException, InterruptedException {
        out.println("Seed " + seed + ", data and logs in " + folder);
        Thread interrupted = new Thread(this::end);
        Runtime.getRuntime().addShutdownHook(interrupted);
        List<String> violations;
        try {
            archiveClasses();
            violations = run.run(rounds);
        } finally {
            Runtime.getRuntime().removeShutdownHook(interrupted);
            end();
        }
        out.print(run.recoveries().table());
        if (violations.isEmpty()) {
            discard();
        } else {
            show(violations);
        }
        return violations.isEmpty();
    }

    /** The JVMs do that when they first end well after a build; until then each restart takes twice as long. */
    private void archiveClasses() throws IOException, InterruptedException {
        if (!ARCHIVES.stream().allMatch(Files::exists)) {
            log.print("first start after a build: starting and stopping once, so that later starts are fast");
            sandbox.start();
            sandbox.close();
        }
    }

    /** Kinds of part that took longer to replace than is promised. */
    List<String> overBudget() {
        return run.recoveries().overBudget();
    }

    private void show(List<String> violations) {
        out.println("FAILED. Seed " + seed + ", data and logs in " + folder + "; what happened:");
        log.lines().forEach(line -> out.println("  " + line));
        out.println("What was wrong:");
        violations.forEach(fault -> out.println("  " + fault));
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
