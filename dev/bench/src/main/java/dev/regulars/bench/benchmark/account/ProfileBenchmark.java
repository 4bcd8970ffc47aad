package dev.regulars.bench.benchmark.account;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regulars.bench.benchmark.Benchmark;
import dev.regulars.bench.benchmark.HttpContender;
import dev.regulars.bench.benchmark.ReportSection;
import dev.regulars.bench.environment.BenchEnvironment;
import dev.regulars.bench.environment.BenchSuite;
import dev.regulars.bench.environment.SyntheticUsers;
import dev.regulars.bench.process.H2Load;
import dev.regulars.bench.process.Http;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A logged-in user reads their own profile. */
public final class ProfileBenchmark implements Benchmark {

    private static final Duration TIME = Duration.ofSeconds(5);
    private static final Duration WARM_UP = Duration.ofSeconds(30);
    private static final String PATH = "/apis/v1/me";

    @Override
    public String name() {
        return "profile";
    }

    @Override
    public Optional<String> missing() {
        return H2Load.missing();
    }

    @Override
    public ReportSection measure(BenchEnvironment environment) {
        BenchSuite suite = environment.suite();
        var logins = new BenchLogins(suite, environment.tenant());
        var next = new AtomicInteger();
        var contender = new HttpContender(
                "gateway + identity-service",
                "CPU, µs per read",
                () -> {
                    int user = next.incrementAndGet();
                    String token = logins.logIn(user).path("token").asText();
                    check(user, Http.bearer(suite.gateway(), token).get(PATH).path("data"));
                    return new H2Load(suite.gateway() + PATH, Map.of("Authorization", "Bearer " + token), null);
                },
                suite.cpus("gateway", "identity-service", "mongod"),
                List.of());
        return new ReportSection(
                "One's own profile",
                "`GET /apis/v1/me` through the gateway with a login token, another one of 100,000 users in each run. 16 connections, closed loop; the response is checked before a run.",
                List.of(environment.runs(TIME).run("profile", List.of(contender.closed(WARM_UP)))),
                List.of(),
                List.of());
    }

    private static void check(int user, JsonNode profile) {
        if (!profile.path("username").asText().equals(SyntheticUsers.username(user))) {
            throw new IllegalStateException("Logged in as " + SyntheticUsers.username(user) + ", got " + profile);
        }
    }
}
