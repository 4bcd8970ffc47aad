package dev.regulars.bench.row;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regulars.bench.measure.Cpu;
import dev.regulars.bench.measure.Figures;
import dev.regulars.bench.measure.Table;
import dev.regulars.bench.peer.Nginx;
import dev.regulars.bench.process.Http;
import dev.regulars.bench.process.Load;
import dev.regulars.bench.stage.Stage;
import dev.regulars.bench.stage.Suite;
import dev.regulars.bench.stage.Tenant;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What the gateway costs between a caller and a service, beside a proxy that trades nothing and knows nobody. */
public final class GatewayRow implements Row {

    private static final int PERSON = 4_711;
    private static final double OPEN_SHARE = 0.6;
    private static final Duration TIME = Duration.ofSeconds(6);
    private static final Duration JVM_WARMS = Duration.ofSeconds(60);
    private static final Duration NGINX_WARMS = Duration.ofSeconds(10);
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
        return Nginx.isHere() ? Load.missing() : Optional.of(Nginx.MISSING);
    }

    @Override
    public Chapter measure(Stage stage) {
        Suite suite = stage.suite();
        Tenant tenant = stage.tenant();
        int identity = suite.port("identity-service");
        JsonNode answer = Http.bearer(suite.gateway(), tenant.apiKey()).post(PATH, Tenant.who(PERSON));
        try (var hop = Nginx.start("hop", stage.folder("hop"), Map.of("service", identity))) {
            JsonNode same = Http.bearer(hop.address(), token(suite, tenant)).post(PATH, Tenant.who(PERSON));
            if (!same.equals(answer)) {
                throw new IllegalStateException("nginx answers " + same + " where the gateway answers " + answer);
            }
            Supplier<Load> byToken = () -> ask(hop.address() + PATH, token(suite, tenant));
            List<Cpu> beside = suite.cpus("identity-service", "mongod");
            var nginx = new Way(NGINX, COST, byToken, List.of(hop.child().cpu()), beside);
            Supplier<Load> byKey = () -> ask(suite.gateway() + PATH, tenant.apiKey());
            var gateway = new Way(GATEWAY, COST, byKey, suite.cpus(GATEWAY), beside);

            Table closed = stage.series(TIME)
                    .play("users/info", List.of(gateway.closed(JVM_WARMS), nginx.closed(NGINX_WARMS)));
            double rate = OPEN_SHARE
                    * Math.min(
                            closed.median(NGINX, Way.RATE).orElseThrow(),
                            closed.median(GATEWAY, Way.RATE).orElseThrow());
            Table open = stage.series(TIME)
                    .play(
                            "users/info, " + Figures.text(rate) + " a second",
                            List.of(gateway.open(rate), nginx.open(rate)));
            return chapter(closed, open);
        }
    }

    private static Chapter chapter(Table closed, Table open) {
        return new Chapter(
                "The gateway's hop",
                "`POST /apis/v1/users/info` to the same replica of identity-service: through the gateway with an API key, which it trades for an internal token, and through nginx (two workers, kept connections upstream, the same bound on bodies) with an internal token that was fetched before the run. 16 connections, closed loop; then 64 connections at 60 % of what the slower one reached, whether answers come or not.",
                List.of(closed, open),
                List.of(
                        Bar.atLeast(0.7, "× nginx's throughput, same route", closed.ratio(Way.RATE, GATEWAY, NGINX)),
                        Bar.atMost(1.2, "× nginx's p99, same route, same rate", open.ratio(Way.P99, GATEWAY, NGINX))),
                List.of());
    }

    private static Load ask(String url, String credential) {
        return new Load(
                url,
                Map.of("Authorization", "Bearer " + credential, "Content-Type", "application/json"),
                Http.text(Tenant.who(PERSON)));
    }

    /** Lives for a minute. */
    private static String token(Suite suite, Tenant tenant) {
        return Http.anonymous(suite.address("identity-service"))
                .post("/internal/credentials/resolve", Map.of("scheme", "bearer", "value", tenant.apiKey()))
                .path("token")
                .asText();
    }
}
