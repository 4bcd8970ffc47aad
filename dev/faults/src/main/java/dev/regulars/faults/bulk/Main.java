package dev.regulars.faults.bulk;

import com.mongodb.client.MongoClients;
import dev.regulars.faults.suite.RetryingClient;
import dev.regulars.faults.suite.SuiteControl;
import dev.regulars.local.TemporaryFolder;
import dev.regulars.sandbox.SandboxProcess;
import dev.regulars.sandbox.home.SandboxHome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** A part of {@code make faults}: the number of rows and, to repeat a run, its seed. */
public final class Main {

    private static final int PORT_OFFSET = 13_000;
    private static final String REPLICATED = "gateway,identity-service,gamification-service";
    /** Short runs end before the better compiler has paid for itself. */
    private static final int MANY_ROWS = 20_000;

    private static final Map<String, String> SETTINGS = Map.of("REGULARS_SANDBOX_REPLICATED", REPLICATED);
    private static final Map<String, String> SETTINGS_FOR_MANY_ROWS =
            Map.of("REGULARS_SANDBOX_REPLICATED", REPLICATED, "REGULARS_SANDBOX_JVM", "-Xmx128m -XX:+UseSerialGC");

    private Main() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        int rows = Integer.parseInt(args[0]);
        long seed = args.length > 1
                ? Long.parseLong(args[1])
                : ThreadLocalRandom.current().nextLong(1_000_000);
        Path folder = TemporaryFolder.create("regulars-bulk");
        var sandbox = new SandboxProcess(
                new SandboxHome(SandboxProcess.REPOSITORY, folder, PORT_OFFSET),
                rows < MANY_ROWS ? SETTINGS : SETTINGS_FOR_MANY_ROWS);
        Thread interrupted = new Thread(() -> end(sandbox));
        Runtime.getRuntime().addShutdownHook(interrupted);
        System.out.printf("A bulk file of %d rows and three kills, seed %d, data and logs in %s%n", rows, seed, folder);
        sandbox.start();
        List<String> violations = run(sandbox, folder, rows, seed);
        violations.forEach(System.out::println);
        Runtime.getRuntime().removeShutdownHook(interrupted);
        end(sandbox);
        if (violations.isEmpty()) {
            TemporaryFolder.delete(folder);
        }
        System.out.println(violations.isEmpty() ? "Both runs did the same" : "FAILED; data and logs in " + folder);
        System.exit(violations.isEmpty() ? 0 : 1);
    }

    private static List<String> run(SandboxProcess sandbox, Path folder, int rows, long seed)
            throws IOException, InterruptedException {
        var suite = new SuiteControl(sandbox);
        var demo = sandbox.demo();
        var client = new BulkClient(suite.gateways(), demo.apiKey(), new RetryingClient(suite.gateways()));
        try (var mongo = MongoClients.create(sandbox.mongo())) {
            var members = new BulkMembers(mongo, demo.community().objectId());
            return new BulkRun(client, members, suite, rows, seed, System.out).run(folder);
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
