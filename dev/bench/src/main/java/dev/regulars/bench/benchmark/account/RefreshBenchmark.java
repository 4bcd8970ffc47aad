package dev.regulars.bench.benchmark.account;

import dev.regulars.bench.benchmark.Benchmark;
import dev.regulars.bench.benchmark.ReportSection;
import dev.regulars.bench.environment.BenchEnvironment;
import dev.regulars.bench.environment.BenchSuite;
import dev.regulars.bench.measure.Contender;
import dev.regulars.bench.measure.CpuMeter;
import dev.regulars.bench.measure.LoadResult;
import dev.regulars.bench.measure.Sample;
import dev.regulars.bench.process.ChainedLoad;
import dev.regulars.bench.process.Http;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Refreshing a session: a refresh token is single-use and yields the next one. */
public final class RefreshBenchmark implements Benchmark {

    private static final Duration TIME = Duration.ofSeconds(5);
    private static final Duration WARM_UP = Duration.ofSeconds(30);

    @Override
    public String name() {
        return "refresh";
    }

    @Override
    public Optional<String> missing() {
        return Optional.empty();
    }

    @Override
    public ReportSection measure(BenchEnvironment environment) {
        BenchSuite suite = environment.suite();
        var logins = new BenchLogins(suite, environment.tenant());
        List<String> first = IntStream.range(0, BenchLogins.AT_ONCE)
                .mapToObj(
                        user -> refresh(logins.logIn(user).path("refreshToken").asText()))
                .toList();
        var load = new ChainedLoad(
                suite.gateway() + "/apis/v1/auth/refresh",
                "application/json",
                first,
                (sent, response) -> refresh(
                        Http.json(response).path("data").path("refreshToken").asText()));
        var contender = new Contender("gateway + identity-service", WARM_UP, time -> refresh(suite, load, time));
        return new ReportSection(
                "Refreshing a session",
                "`POST /apis/v1/auth/refresh` through the gateway: %d sessions, each presenting the token from its previous response (closed loop). The client is the bench itself, which uses more CPU than h2load."
                        .formatted(BenchLogins.AT_ONCE),
                List.of(environment.runs(TIME).run("refresh", List.of(contender))),
                List.of(),
                List.of());
    }

    private static Sample refresh(BenchSuite suite, ChainedLoad load, Duration time) {
        CpuMeter meter = CpuMeter.start(suite.cpus("gateway", "identity-service", "mongod"), List.of(ChainedLoad.CPU));
        LoadResult result = load.closed(time);
        return result.after(meter.per(result.count(), "CPU, µs per refresh"));
    }

    private static String refresh(String token) {
        return Http.text(Map.of("refreshToken", token));
    }
}
