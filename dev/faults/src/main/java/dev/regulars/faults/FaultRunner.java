package dev.regulars.faults;

import dev.regulars.local.TemporaryFolder;
import dev.regulars.sandbox.SandboxProcess;
import dev.regulars.sandbox.home.SandboxHome;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs a fault run in a sandbox with its own folder and ports. The folder is kept after a failure. */
final class FaultRunner {

    private static final int PORT_OFFSET = 13_000;
    /** Recovery of a suite that has run for a while is measured: in the first minutes fifteen JVMs compile, on two cores. */
    private static final Duration WARM_UP = Duration.ofMinutes(4);

    /** The class archives of the broker and of the largest service, which is the last one written. */
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
        folder = TemporaryFolder.create("regulars-faults");
        log = new RunLog(out);
        var settings = Map.of("REGULARS_SANDBOX_REPLICATED", String.join(",", KillPlan.SERVICES));
        sandbox = new SandboxProcess(new SandboxHome(SandboxProcess.REPOSITORY, folder, PORT_OFFSET), settings);
        run = new FaultRun(sandbox, new KillPlan(seed, KillPlan.SERVICES, outage()), log);
    }

    /** {@code make outage}: for how long broker and database are down. */
    private static @Nullable Duration outage() {
        Integer seconds = Integer.getInteger("outage.seconds");
        return seconds == null ? null : Duration.ofSeconds(seconds);
    }

    /** Returns whether every invariant held, and prints the violations. */
    boolean run(int rounds) throws IOException, InterruptedException {
        out.println("Seed " + seed + ", data and logs in " + folder);
        Thread interrupted = new Thread(this::end);
        Runtime.getRuntime().addShutdownHook(interrupted);
        List<String> violations;
        try {
            archiveClasses();
            log.print("starting the suite with two replicas of each of " + KillPlan.SERVICES);
            sandbox.start();
            violations = run.run(rounds, WARM_UP);
        } finally {
            Runtime.getRuntime().removeShutdownHook(interrupted);
            end();
        }
        out.print(run.recoveries().table());
        if (violations.isEmpty()) {
            TemporaryFolder.delete(folder);
        } else {
            show(violations);
        }
        return violations.isEmpty();
    }

    /** JVMs write their class archive at the first regular exit after a build; without it restarts take twice as long. */
    private void archiveClasses() throws IOException, InterruptedException {
        if (!ARCHIVES.stream().allMatch(Files::exists)) {
            log.print("first start after a build: starting and stopping once, so that later starts are fast");
            sandbox.start();
            sandbox.close();
        }
    }

    /** Kinds of process whose recovery took longer than the budget. */
    List<String> overBudget() {
        return outage() != null ? List.of() : run.recoveries().overBudget();
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
}
