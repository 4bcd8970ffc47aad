package dev.regulars.faults.workload;

import dev.regulars.faults.suite.RetryingClient;
import dev.regulars.faults.suite.SuiteControl;
import dev.regulars.faults.workload.fixture.Fixture;
import dev.regulars.local.TemporaryFolder;
import dev.regulars.sandbox.SandboxProcess;
import dev.regulars.sandbox.home.SandboxHome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/** A part of {@code make faults}: the seed of its kills, to repeat a run, and the names of workloads; all where none is named. */
public final class Main {

    private static final int PORT_OFFSET = 13_000;
    private static final int MOST_SHOWN = 30;
    private static final Map<String, String> SETTINGS = Map.of(
            "REGULARS_SANDBOX_REPLICATED",
            "gateway,messaging-service,gamification-service,rewards-service,webhook-service");

    private Main() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        long seed = args.length > 0
                ? Long.parseLong(args[0])
                : ThreadLocalRandom.current().nextLong(1_000_000);
        List<String> named = List.of(args).subList(Math.min(1, args.length), args.length);
        Path folder = TemporaryFolder.create("regulars-workloads");
        var sandbox = new SandboxProcess(new SandboxHome(SandboxProcess.REPOSITORY, folder, PORT_OFFSET), SETTINGS);
        Thread interrupted = new Thread(() -> end(sandbox));
        Runtime.getRuntime().addShutdownHook(interrupted);
        System.out.printf("Workloads under kills, seed %d, data and logs in %s%n", seed, folder);
        sandbox.start();
        boolean passed = run(sandbox, seed, named);
        Runtime.getRuntime().removeShutdownHook(interrupted);
        end(sandbox);
        if (passed) {
            TemporaryFolder.delete(folder);
        }
        System.exit(passed ? 0 : 1);
    }

    private static boolean run(SandboxProcess sandbox, long seed, List<String> named) throws IOException {
        var suite = new SuiteControl(sandbox);
        var fixture = new Fixture(
                sandbox.demo(),
                suite,
                new RetryingClient(suite.gateways()),
                new Random(seed),
                Long.toString(System.currentTimeMillis(), 36),
                System.out);
        boolean passed = true;
        List<Workload> workloads = List.of(
                new ReplayWorkload(fixture, new MessageWorkload(fixture)),
                new PurchaseWorkload(fixture),
                new LedgerWorkload(fixture),
                new DeliveryWorkload(fixture));
        for (Workload workload : workloads) {
            boolean chosen =
                    named.isEmpty() || Stream.of(workload.name().split(" ")).anyMatch(named::contains);
            passed &= !chosen || run(workload);
        }
        return passed;
    }

    private static boolean run(Workload workload) {
        System.out.println(workload.name());
        long startedAt = System.nanoTime();
        List<String> violations = violations(workload);
        violations.stream().limit(MOST_SHOWN).forEach(one -> System.out.println("  WRONG: " + one));
        System.out.printf(
                "  %s after %.0f s%n",
                violations.isEmpty() ? "holds" : violations.size() + " VIOLATIONS",
                (System.nanoTime() - startedAt) / 1e9);
        return violations.isEmpty();
    }

    private static List<String> violations(Workload workload) {
        try {
            return workload.run();
        } catch (IllegalStateException e) {
            return new ArrayList<>(List.of(String.valueOf(e.getMessage())));
        }
    }

    private static void end(SandboxProcess sandbox) {
        try {
            sandbox.close();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("The sandbox was not stopped", e);
        }
    }
}
