package dev.regulars.bench.row.account;

import dev.regulars.bench.measure.Answers;
import dev.regulars.bench.measure.Cpu;
import dev.regulars.bench.measure.Meter;
import dev.regulars.bench.measure.Sample;
import dev.regulars.bench.measure.Side;
import dev.regulars.bench.measure.Table;
import dev.regulars.bench.peer.Keycloak;
import dev.regulars.bench.process.Http;
import dev.regulars.bench.process.Talks;
import dev.regulars.bench.row.Bar;
import dev.regulars.bench.row.Chapter;
import dev.regulars.bench.row.Row;
import dev.regulars.bench.stage.Stage;
import dev.regulars.bench.stage.Suite;
import dev.regulars.bench.stage.Tenant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Logging in: what it takes beside the hash, which is meant to be dear. */
public final class LoginRow implements Row {

    private static final Duration TIME = Duration.ofSeconds(6);
    private static final Duration WARMS = Duration.ofSeconds(16);
    private static final String OURS = "identity-service";
    private static final String KEYCLOAK = "Keycloak";
    private static final String COST = "CPU, µs per login";
    private static final String HASH = "the hash";
    private static final Duration IDLES = Duration.ofSeconds(4);
    private static final String IDLE = "of that, what is spent when nobody logs in, µs";
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
    public Chapter measure(Stage stage) {
        Tenant tenant = stage.tenant();
        List<Side> sides = new ArrayList<>(List.of(ours(stage.suite(), tenant)));
        if (!Keycloak.isHere()) {
            return chapter(stage.series(TIME).play("login", sides), List.of(Keycloak.MISSING));
        }
        try (var keycloak = Keycloak.start(stage.folder("keycloak"), People.AT_ONCE, tenant.password())) {
            sides.add(keycloak(keycloak, tenant.password()));
            return chapter(stage.series(TIME).play("login", sides), List.of());
        }
    }

    /** The hash has threads of its own, and nothing else is done on them. */
    private static Side ours(Suite suite, Tenant tenant) {
        ProcessHandle service = suite.process(OURS);
        List<Cpu> counted = suite.cpus(OURS, "mongod");
        List<Cpu> beside = List.of(
                Cpu.ofThreads(HASH, service, "hashing-"),
                Cpu.ofThreads("the collector", service, "VM Thread"),
                Cpu.ofThreads("the compiler", service, "C2 Comp"));
        Talks talks = talks(
                suite.address(OURS) + "/application/auth/login",
                "application/json",
                person -> Http.text(tenant.credentials(person)));
        double idlePerSecond = idlePerSecond(counted);
        return new Side(OURS, WARMS, time -> {
            Meter meter = Meter.start(counted, beside);
            Answers answers = talks.closed(time);
            Sample cost = meter.per(answers.count(), COST);
            double beyond = cost.of(COST) - cost.of(Meter.of(HASH));
            return answers.after(cost.and(BEYOND, beyond).and(IDLE, idlePerSecond / answers.perSecond()));
        });
    }

    /** What both would have spent anyway, with nobody there. */
    private static double idlePerSecond(List<Cpu> counted) {
        Meter meter = Meter.start(counted, List.of());
        LockSupport.parkNanos(IDLES.toNanos());
        return meter.per((int) IDLES.toSeconds(), COST).of(COST);
    }

    private static Side keycloak(Keycloak keycloak, String password) {
        List<Cpu> counted = List.of(keycloak.cpu());
        Talks talks = talks(
                keycloak.grants(), "application/x-www-form-urlencoded", person -> Keycloak.grant(person, password));
        return new Side(KEYCLOAK, WARMS, time -> {
            Meter meter = Meter.start(counted, List.of());
            Answers answers = talks.closed(time);
            return answers.after(meter.per(answers.count(), COST));
        });
    }

    private static Talks talks(String url, String type, IntFunction<String> logIn) {
        List<String> bodies = IntStream.range(0, People.AT_ONCE).mapToObj(logIn).toList();
        return new Talks(url, type, bodies, (asked, answer) -> asked);
    }

    private static Chapter chapter(Table table, List<String> words) {
        return new Chapter(
                "Logging in",
                "`POST /application/auth/login` of identity-service itself, %d people at once, each again as soon as they are in (closed loop); all have one password (Argon2id, 19 MiB, two passes: the service's own parameters), and nobody is made to wait for what others guess (`REGULARS_THROTTLE_ENABLED=false`). The hash is what the service's hashing threads spend in the same run, as the kernel counts it for each thread: they do nothing else. What the collector takes away after a hash, and what the compiler makes of it, is counted as beyond it. Keycloak grants tokens for the same password under the same parameters (password grant, a realm of so many users, events off); its database is within its process (H2, in a file), and its JVM is as its script starts it (512 MiB, G1)."
                        .formatted(People.AT_ONCE),
                List.of(table),
                List.of(Bar.atMost(2_000, "µs of CPU beyond the hash per login", table.median(OURS, BEYOND))),
                words);
    }
}
