package dev.regulars.bench.benchmark.account;

import dev.regulars.bench.benchmark.Benchmark;
import dev.regulars.bench.benchmark.Budget;
import dev.regulars.bench.benchmark.ReportSection;
import dev.regulars.bench.environment.BenchEnvironment;
import dev.regulars.bench.environment.BenchSuite;
import dev.regulars.bench.environment.Tenant;
import dev.regulars.bench.measure.Contender;
import dev.regulars.bench.measure.CpuMeter;
import dev.regulars.bench.measure.CpuTime;
import dev.regulars.bench.measure.LoadResult;
import dev.regulars.bench.measure.Sample;
import dev.regulars.bench.measure.Table;
import dev.regulars.bench.peer.Keycloak;
import dev.regulars.bench.process.ChainedLoad;
import dev.regulars.bench.process.Http;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Login: its CPU cost beyond the password hash, which is expensive by design. */
public final class LoginBenchmark implements Benchmark {

    private static final Duration TIME = Duration.ofSeconds(6);
    private static final Duration WARM_UP = Duration.ofSeconds(16);
    private static final String OURS = "identity-service";
    private static final String KEYCLOAK = "Keycloak";
    private static final String COST = "CPU, µs per login";
    private static final String HASH = "hashing";
    private static final Duration IDLE_TIME = Duration.ofSeconds(4);
    private static final String IDLE = "of that, idle CPU, µs";
    private static final String BEYOND = "CPU beyond the hash, µs";

    @Override
    public String name() {
        return "login";
    }

    @Override
    public Optional<String> missing() {
        return Optional.empty();
    }

    @Override
    public ReportSection measure(BenchEnvironment environment) {
        Tenant tenant = environment.tenant();
        List<Contender> contenders = new ArrayList<>(List.of(ours(environment.suite(), tenant)));
        if (!Keycloak.isAvailable()) {
            return section(environment.runs(TIME).run("login", contenders), List.of(Keycloak.MISSING));
        }
        try (var keycloak = Keycloak.start(environment.folder("keycloak"), BenchLogins.AT_ONCE, tenant.password())) {
            contenders.add(keycloak(keycloak, tenant.password()));
            return section(environment.runs(TIME).run("login", contenders), List.of());
        }
    }

    /** Hashing has threads of its own, which do nothing else. */
    private static Contender ours(BenchSuite suite, Tenant tenant) {
        ProcessHandle service = suite.process(OURS);
        List<CpuTime> counted = suite.cpus(OURS, "mongod");
        List<CpuTime> alsoShown = List.of(
                CpuTime.ofThreads(HASH, service, "hashing-"),
                CpuTime.ofThreads("garbage collection", service, "VM Thread"),
                CpuTime.ofThreads("compilation", service, "C2 Comp"));
        ChainedLoad load = load(
                suite.address(OURS) + "/application/auth/login",
                "application/json",
                user -> Http.text(tenant.credentials(user)));
        double idlePerSecond = idlePerSecond(counted);
        return new Contender(OURS, WARM_UP, time -> {
            CpuMeter meter = CpuMeter.start(counted, alsoShown);
            LoadResult result = load.closed(time);
            Sample cost = meter.per(result.count(), COST);
            double beyond = cost.of(COST) - cost.of(CpuMeter.of(HASH));
            return result.after(cost.and(BEYOND, beyond).and(IDLE, idlePerSecond / result.perSecond()));
        });
    }

    /** The idle CPU of both processes. */
    private static double idlePerSecond(List<CpuTime> counted) {
        CpuMeter meter = CpuMeter.start(counted, List.of());
        LockSupport.parkNanos(IDLE_TIME.toNanos());
        return meter.per((int) IDLE_TIME.toSeconds(), COST).of(COST);
    }

    private static Contender keycloak(Keycloak keycloak, String password) {
        List<CpuTime> counted = List.of(keycloak.cpu());
        ChainedLoad load = load(
                keycloak.tokenEndpoint(),
                "application/x-www-form-urlencoded",
                user -> Keycloak.passwordGrant(user, password));
        return new Contender(KEYCLOAK, WARM_UP, time -> {
            CpuMeter meter = CpuMeter.start(counted, List.of());
            LoadResult result = load.closed(time);
            return result.after(meter.per(result.count(), COST));
        });
    }

    private static ChainedLoad load(String url, String type, IntFunction<String> logIn) {
        List<String> bodies =
                IntStream.range(0, BenchLogins.AT_ONCE).mapToObj(logIn).toList();
        return new ChainedLoad(url, type, bodies, (sent, response) -> sent);
    }

    private static ReportSection section(Table table, List<String> notes) {
        return new ReportSection(
                "Logging in",
                "`POST /application/auth/login` of identity-service directly, %d users in a closed loop, with one password (Argon2id, 19 MiB, two passes: the service's own parameters) and without throttling (`REGULARS_THROTTLE_ENABLED=false`). The hash is the CPU time of the hashing threads, which do nothing else; garbage collection and compilation count as beyond it. Keycloak: password grant with the same parameters, a realm of as many users, events off, an embedded database (H2, in a file) and the JVM settings of its script (512 MiB, G1)."
                        .formatted(BenchLogins.AT_ONCE),
                List.of(table),
                List.of(Budget.atMost(2_000, "µs of CPU beyond the hash per login", table.median(OURS, BEYOND))),
                notes);
    }
}
