package dev.regulars.bench;

import dev.regulars.bench.benchmark.AwardBenchmark;
import dev.regulars.bench.benchmark.Benchmark;
import dev.regulars.bench.benchmark.DeliveryBenchmark;
import dev.regulars.bench.benchmark.GatewayBenchmark;
import dev.regulars.bench.benchmark.LeaderboardBenchmark;
import dev.regulars.bench.benchmark.ReportSection;
import dev.regulars.bench.benchmark.StartBenchmark;
import dev.regulars.bench.benchmark.UsersInfoBenchmark;
import dev.regulars.bench.benchmark.WriteBenchmark;
import dev.regulars.bench.benchmark.account.LoginBenchmark;
import dev.regulars.bench.benchmark.account.ProfileBenchmark;
import dev.regulars.bench.benchmark.account.RefreshBenchmark;
import dev.regulars.bench.benchmark.endpoint.EndpointBenchmark;
import dev.regulars.bench.benchmark.stream.StreamBenchmark;
import dev.regulars.bench.environment.BenchEnvironment;
import dev.regulars.bench.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** {@code make bench}: all benchmarks, or the named ones. */
public final class Main {

    /** In report order. */
    private static final List<Benchmark> BENCHMARKS = List.of(
            new StartBenchmark(),
            new WriteBenchmark(),
            new GatewayBenchmark(),
            new UsersInfoBenchmark(),
            new ProfileBenchmark(),
            new RefreshBenchmark(),
            new LoginBenchmark(),
            new LeaderboardBenchmark(),
            new StreamBenchmark(),
            new EndpointBenchmark(),
            new DeliveryBenchmark(),
            new AwardBenchmark());

    private static final Path REPOSITORY = Path.of(System.getProperty("repository"));

    private Main() {}

    public static void main(String[] args) throws IOException {
        List<Benchmark> benchmarks = BENCHMARKS.stream()
                .filter(benchmark -> args.length == 0 || List.of(args).contains(benchmark.name()))
                .toList();
        if (benchmarks.isEmpty()) {
            System.err.println(
                    "Rows are " + BENCHMARKS.stream().map(Benchmark::name).toList());
            System.exit(2);
        }
        boolean all = args.length == 0;
        var report = new Report(all ? "make bench" : "make bench row=\"" + String.join(" ", args) + "\"");
        long startedAt = System.nanoTime();
        boolean succeeded = run(benchmarks, report);
        Path folder = REPOSITORY.resolve(all ? "docs/reports" : "dev/bench/target/reports");
        Path page = report.write(folder, Duration.ofNanos(System.nanoTime() - startedAt));
        System.out.println(Files.readString(page));
        System.out.println("It is in " + page);
        System.exit(succeeded ? 0 : 1);
    }

    private static boolean run(List<Benchmark> benchmarks, Report report) throws IOException {
        var environment = new BenchEnvironment(System.out);
        Thread interrupted = new Thread(environment::abandon);
        Runtime.getRuntime().addShutdownHook(interrupted);
        boolean succeeded = true;
        for (Benchmark benchmark : benchmarks) {
            succeeded &= run(benchmark, environment, report);
        }
        environment.close();
        Runtime.getRuntime().removeShutdownHook(interrupted);
        if (succeeded) {
            environment.discard();
        } else {
            environment.log("data and logs are in " + environment.folder());
        }
        return succeeded;
    }

    /** A failing benchmark does not stop the others. */
    private static boolean run(Benchmark benchmark, BenchEnvironment environment, Report report) {
        String missing = benchmark.missing().orElse("");
        if (!missing.isEmpty()) {
            environment.log("Skipped " + benchmark.name() + ": " + missing);
            report.add(ReportSection.skipped(benchmark.name(), missing));
            return true;
        }
        try {
            report.add(benchmark.measure(environment));
            return true;
        } catch (RuntimeException e) {
            if (environment.isClosed()) {
                System.exit(1); // interrupted: waits for the shutdown hook
            }
            environment.log("FAILED " + benchmark.name() + ": " + e);
            report.add(ReportSection.failed(benchmark.name(), e));
            return false;
        }
    }
}
