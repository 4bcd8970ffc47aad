package dev.regulars.bench.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regulars.bench.environment.BenchEnvironment;
import dev.regulars.bench.environment.BenchSuite;
import dev.regulars.bench.environment.SyntheticUsers;
import dev.regulars.bench.environment.Tenant;
import dev.regulars.bench.measure.Contender;
import dev.regulars.bench.measure.Table;
import dev.regulars.bench.peer.ParseServer;
import dev.regulars.bench.process.H2Load;
import dev.regulars.bench.process.Http;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;

/** Looks up one of 100,000 members by e-mail address. */
public final class UsersInfoBenchmark implements Benchmark {

    private static final Duration TIME = Duration.ofSeconds(6);
    private static final Duration WARM_UP = Duration.ofSeconds(60);
    private static final String OURS = "gateway + identity-service";
    private static final String PARSE = "Parse Server";
    private static final String COST = "CPU, µs per request";
    private static final String PATH = "/apis/v1/users/info";
    /** Between the users of successive runs; coprime to the number of users. */
    private static final int STRIDE = 7_919;

    @Override
    public String name() {
        return "users-info";
    }

    @Override
    public Optional<String> missing() {
        return H2Load.missing();
    }

    @Override
    public ReportSection measure(BenchEnvironment environment) {
        BenchSuite suite = environment.suite();
        HttpContender ours = ours(suite, environment.tenant());
        List<Contender> contenders = new ArrayList<>(List.of(ours.closed(WARM_UP)));
        if (!ParseServer.isAvailable()) {
            return section(environment.runs(TIME).run("users/info", contenders), List.of(ParseServer.MISSING));
        }
        try (var parse = ParseServer.start(environment.folder("parse"), suite.mongo())) {
            contenders.add(parse(suite, parse).closed(WARM_UP));
            return section(environment.runs(TIME).run("one of 100,000 users", contenders), List.of());
        }
    }

    private static HttpContender ours(BenchSuite suite, Tenant tenant) {
        var next = new AtomicInteger();
        Http api = Http.bearer(suite.gateway(), tenant.apiKey());
        return new HttpContender(
                OURS,
                COST,
                () -> {
                    int user = user(next.incrementAndGet());
                    check(user, api.post(PATH, Tenant.lookup(user)).path("data"));
                    return new H2Load(
                            suite.gateway() + PATH,
                            Map.of("Authorization", "Bearer " + tenant.apiKey(), "Content-Type", "application/json"),
                            Http.text(Tenant.lookup(user)));
                },
                suite.cpus("gateway", "identity-service"),
                suite.cpus("mongod"));
    }

    private static HttpContender parse(BenchSuite suite, ParseServer parse) {
        var next = new AtomicInteger();
        return new HttpContender(
                PARSE,
                COST,
                () -> {
                    int user = user(next.incrementAndGet());
                    check(user, parse.found(user));
                    return parse.read(user);
                },
                List.of(parse.cpu()),
                suite.cpus("mongod"));
    }

    private static int user(int turn) {
        return turn * STRIDE % SyntheticUsers.SIZE;
    }

    private static void check(int user, JsonNode found) {
        if (!found.path("username").asText().equals(SyntheticUsers.username(user))) {
            throw new IllegalStateException("Requested " + SyntheticUsers.username(user) + ", got " + found);
        }
    }

    private static ReportSection section(Table table, List<String> notes) {
        OptionalDouble cpuRatio = table.ratio(COST, PARSE, OURS);
        return new ReportSection(
                "users/info",
                "One of 100,000 members is looked up by e-mail address, another one in each run: `POST /apis/v1/users/info` through the gateway with an API key; the same fields of Parse Server's `_User`, on the same mongod, with its master key (no session, no permission check). 16 connections, closed loop; the response is checked before a run.",
                List.of(table),
                List.of(Budget.atLeast(3, "× Parse Server's requests per CPU-second", cpuRatio)),
                notes);
    }
}
