package dev.regulars.bench.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regulars.bench.environment.BenchEnvironment;
import dev.regulars.bench.environment.BenchSuite;
import dev.regulars.bench.environment.Tenant;
import dev.regulars.bench.measure.CpuTime;
import dev.regulars.bench.measure.Figures;
import dev.regulars.bench.measure.Table;
import dev.regulars.bench.peer.Nginx;
import dev.regulars.bench.process.H2Load;
import dev.regulars.bench.process.Http;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The cost of the gateway's hop, beside a proxy without token exchange. */
public final class GatewayBenchmark implements Benchmark {

    private static final int USER = 4_711;
    private static final double OPEN_SHARE = 0.25;
    private static final Duration TIME = Duration.ofSeconds(6);
    private static final Duration JVM_WARM_UP = Duration.ofSeconds(60);
    private static final Duration NGINX_WARM_UP = Duration.ofSeconds(10);
    private static final String GATEWAY = "gateway";
    private static final String NGINX = "nginx";
    private static final String COST = "CPU of the hop, µs per request";
    private static final String PATH = "/apis/v1/users/info";

    @Override
    public String name() {
        return GATEWAY;
    }

    @Override
    public Optional<String> missing() {
        return Nginx.isAvailable() ? H2Load.missing() : Optional.of(Nginx.MISSING);
    }

    @Override
    public ReportSection measure(BenchEnvironment environment) {
        BenchSuite suite = environment.suite();
        Tenant tenant = environment.tenant();
        int identity = suite.port("identity-service");
        JsonNode response = Http.bearer(suite.gateway(), tenant.apiKey()).post(PATH, Tenant.lookup(USER));
        try (var hop = Nginx.start("hop", environment.folder("hop"), Map.of("service", identity))) {
            JsonNode same = Http.bearer(hop.address(), token(suite, tenant)).post(PATH, Tenant.lookup(USER));
            if (!same.equals(response)) {
                throw new IllegalStateException("nginx responds " + same + " where the gateway responds " + response);
            }
            Supplier<H2Load> byToken = () -> request(hop.address() + PATH, token(suite, tenant));
            List<CpuTime> alsoShown = suite.cpus("identity-service", "mongod");
            var nginx =
                    new HttpContender(NGINX, COST, byToken, List.of(hop.child().cpu()), alsoShown);
            Supplier<H2Load> byKey = () -> request(suite.gateway() + PATH, tenant.apiKey());
            var gateway = new HttpContender(GATEWAY, COST, byKey, suite.cpus(GATEWAY), alsoShown);

            Table closed = environment
                    .runs(TIME)
                    .run("users/info", List.of(gateway.closed(JVM_WARM_UP), nginx.closed(NGINX_WARM_UP)));
            double rate = OPEN_SHARE
                    * Math.min(
                            closed.median(NGINX, HttpContender.RATE).orElseThrow(),
                            closed.median(GATEWAY, HttpContender.RATE).orElseThrow());
            // warmed up by itself: it opens connections by the dozen, which the closed loop did not
            Table open = environment
                    .runs(TIME)
                    .run(
                            "users/info, " + Figures.text(rate) + " a second",
                            List.of(gateway.open(rate, JVM_WARM_UP), nginx.open(rate, NGINX_WARM_UP)));
            return section(closed, open);
        }
    }

    private static ReportSection section(Table closed, Table open) {
        return new ReportSection(
                "The gateway's hop",
                "`POST /apis/v1/users/info` to the same replica of identity-service: through the gateway with an API key, which it exchanges for an internal token, and through nginx (two workers, upstream keep-alive, the same body limit) with an internal token from before the run. 16 connections, closed loop; then 64 connections, open loop, at a quarter of the rate of the slower one.",
                List.of(closed, open),
                List.of(
                        Budget.atLeast(
                                0.7,
                                "× nginx's throughput, same route",
                                closed.ratio(HttpContender.RATE, GATEWAY, NGINX)),
                        Budget.atMost(2, "× nginx's CPU per request, same route", closed.ratio(COST, GATEWAY, NGINX)),
                        Budget.atMost(
                                1.5,
                                "× nginx's p99, same route, same rate",
                                open.ratio(HttpContender.P99, GATEWAY, NGINX))),
                List.of());
    }

    private static H2Load request(String url, String credential) {
        return new H2Load(
                url,
                Map.of("Authorization", "Bearer " + credential, "Content-Type", "application/json"),
                Http.text(Tenant.lookup(USER)));
    }

    /** An internal token; valid for a minute. */
    private static String token(BenchSuite suite, Tenant tenant) {
        return Http.anonymous(suite.address("identity-service"))
                .post("/internal/credentials/resolve", Map.of("scheme", "bearer", "value", tenant.apiKey()))
                .path("token")
                .asText();
    }
}
