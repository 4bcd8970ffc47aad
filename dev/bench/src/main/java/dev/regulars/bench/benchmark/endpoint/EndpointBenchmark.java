package dev.regulars.bench.benchmark.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regulars.bench.benchmark.Benchmark;
import dev.regulars.bench.benchmark.Budget;
import dev.regulars.bench.benchmark.ReportSection;
import dev.regulars.bench.environment.BenchEnvironment;
import dev.regulars.bench.environment.EventPublisher;
import dev.regulars.bench.environment.Tenant;
import dev.regulars.bench.measure.Contender;
import dev.regulars.bench.measure.Sample;
import dev.regulars.bench.measure.Table;
import dev.regulars.bench.process.Await;
import dev.regulars.bench.process.Http;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Fifty endpoints, of which one never answers and one drips; the others must not notice. */
public final class EndpointBenchmark implements Benchmark {

    private static final String OURS = "webhook-service";
    private static final String JOIN = "user_join_server";
    private static final String VISIT = "user_visit_server";
    private static final int ALWAYS_HEALTHY = 48;
    private static final Duration TIME = Duration.ofSeconds(10);
    private static final Duration WARM_UP = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Duration BETWEEN_EVENTS = Duration.ofMillis(200);
    private static final String HEALTHY = "all endpoints work";
    private static final String SICK = "one never answers, one drips";
    private static final String P99 = "published → received, p99 ms";
    private static final double NANOS_PER_MS = 1e6;

    @Override
    public String name() {
        return "endpoints";
    }

    @Override
    public Optional<String> missing() {
        return Optional.empty();
    }

    @Override
    public ReportSection measure(BenchEnvironment environment) {
        var suite = environment.suite();
        Tenant tenant = environment.tenant();
        Http api = Http.bearer(suite.gateway(), tenant.apiKey());
        try (var endpoints = new HealthyEndpoints();
                var silent = new SickEndpoint(false);
                var dripping = new SickEndpoint(true);
                var events = new EventPublisher(suite.kafka())) {
            for (int i = 0; i < ALWAYS_HEALTHY; i++) {
                subscribe(api, endpoints.address("" + i), JOIN, VISIT);
            }
            subscribe(api, silent.address(), VISIT);
            subscribe(api, dripping.address(), VISIT);
            awaitVerified(api);
            suite.killOtherConsumers(OURS);
            String community = tenant.communityId();
            var healthy =
                    new Contender(HEALTHY, WARM_UP, time -> deliver(endpoints, () -> events.sendJoin(community), time));
            var sick =
                    new Contender(SICK, WARM_UP, time -> deliver(endpoints, () -> events.sendVisit(community), time));
            return section(environment.runs(TIME).run("endpoints", List.of(healthy, sick)));
        } finally {
            suite.startOtherConsumers(OURS);
            webhooks(api)
                    .forEach(webhook ->
                            api.delete("/v1/webhooks/" + webhook.path("_id").asText()));
        }
    }

    private static void subscribe(Http api, String url, String... events) {
        var unused = api.post(
                "/v1/webhooks",
                Map.of("name", "Bench", "url", url, "events", List.of(events), "encryption", Map.of("mode", "GCM")));
    }

    private static JsonNode webhooks(Http api) {
        return api.get("/v1/webhooks").path("data");
    }

    private static void awaitVerified(Http api) {
        Await.until("all webhooks are verified", PATIENCE, PAUSE, () -> {
            for (JsonNode webhook : webhooks(api)) {
                if (!webhook.path("verification").asText().equals("verified")) {
                    return false;
                }
            }
            return true;
        });
    }

    /** Publishes an event and returns its id. */
    private interface Publisher {

        String send();
    }

    private static Sample deliver(HealthyEndpoints endpoints, Publisher publisher, Duration time) {
        endpoints.arrivals().clear();
        Map<String, Long> sent = new HashMap<>();
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            long now = System.nanoTime();
            Long unused = sent.put(publisher.send(), now);
            LockSupport.parkNanos(BETWEEN_EVENTS.toNanos());
        }
        int count = sent.size() * ALWAYS_HEALTHY;
        Await.until("all delivered", PATIENCE, PAUSE, () -> endpoints.arrivals().size() >= count);
        Map<String, Long> arrivals = Map.copyOf(endpoints.arrivals());
        long[] took = sent.entrySet().stream()
                .flatMapToLong(one -> arrivals.entrySet().stream()
                        .filter(arrival -> arrival.getKey().startsWith(one.getKey() + ":"))
                        .mapToLong(arrival -> arrival.getValue() - one.getValue()))
                .sorted()
                .toArray();
        return Sample.EMPTY
                .and(P99, took[(int) Math.ceil(0.99 * took.length) - 1] / NANOS_PER_MS)
                .and("p50 ms", took[took.length / 2] / NANOS_PER_MS)
                .and("deliveries", took.length);
    }

    private static ReportSection section(Table table) {
        return new ReportSection(
                "Endpoints that do not work",
                "Each event goes to 48 webhooks, encrypted and signed, five events a second. In the second contender's runs it goes to two more, of which one never answers and one answers a byte a second. Their retries go on in the runs between, too. The other consumers of these events are stopped.",
                List.of(table),
                List.of(Budget.atMost(1.5, "× the healthy run's p99", table.ratio(P99, SICK, HEALTHY))),
                List.of());
    }
}
