package dev.regulars.bench.benchmark;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.regulars.bench.environment.BenchEnvironment;
import dev.regulars.bench.environment.BenchSuite;
import dev.regulars.bench.environment.EventPublisher;
import dev.regulars.bench.environment.Tenant;
import dev.regulars.bench.environment.WebhookSink;
import dev.regulars.bench.measure.Contender;
import dev.regulars.bench.measure.Table;
import dev.regulars.bench.peer.Camel;
import dev.regulars.bench.process.Await;
import dev.regulars.bench.process.ChildProcess;
import dev.regulars.bench.process.Http;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntConsumer;

/** From an event on Kafka to a partner's endpoint. Kills the other consumers, so it runs near the end. */
public final class DeliveryBenchmark implements Benchmark {

    private static final Duration TIME = Duration.ofSeconds(6);
    private static final Duration WARM_UP = Duration.ofMinutes(2);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final String OURS = "webhook-service";
    private static final String CAMEL = "Camel";
    private static final String EVENTS = "community.events";
    private static final String CAMELS_EVENTS = "bench.camel";

    @Override
    public String name() {
        return "delivery";
    }

    @Override
    public Optional<String> missing() {
        return Optional.empty();
    }

    @Override
    public ReportSection measure(BenchEnvironment environment) {
        BenchSuite suite = environment.suite();
        Tenant tenant = environment.tenant();
        try (var sink = new WebhookSink();
                var events = new EventPublisher(suite.kafka());
                var mongo = MongoClients.create(suite.mongo())) {
            subscribe(suite, tenant, sink);
            suite.killOtherConsumers(OURS);
            IntConsumer joins = count -> events.send(EVENTS, tenant.communityId(), count);
            joins.accept(1);
            Await.until("the first delivery", PATIENCE, PAUSE, () -> sink.signed() == 1);
            var burst = new EventBurst(
                    joins,
                    sink,
                    sink::signed,
                    () -> Await.until("all recorded", PATIENCE, PAUSE, () -> isAllRecorded(mongo)),
                    suite.cpus(OURS),
                    suite.cpus("mongod", "kafka"));
            Contender ours = Contender.warmedFor(WARM_UP, OURS, burst::run);
            if (!Camel.isAvailable()) {
                return section(environment.runs(TIME).run("delivery", List.of(ours)), List.of(Camel.MISSING));
            }
            events.make(CAMELS_EVENTS);
            try (var camel = camel(environment, suite, sink)) {
                var camels = new EventBurst(
                        count -> events.send(CAMELS_EVENTS, tenant.communityId(), count),
                        sink,
                        sink::plain,
                        () -> {},
                        List.of(camel.cpu()),
                        suite.cpus("mongod", "kafka"));
                Contender peer = Contender.warmedFor(WARM_UP, CAMEL, camels::run);
                return section(environment.runs(TIME).run("delivery", List.of(ours, peer)), List.of());
            }
        } finally {
            suite.startOtherConsumers(OURS);
        }
    }

    private static void subscribe(BenchSuite suite, Tenant tenant, WebhookSink sink) {
        Http api = Http.bearer(suite.gateway(), tenant.apiKey());
        var subscription = Map.of(
                "name", "Bench",
                "url", sink.address("/signed"),
                "events", List.of("user_join_server"),
                "encryption", Map.of("mode", "GCM"));
        String id =
                api.post("/v1/webhooks", subscription).path("data").path("_id").asText();
        Await.until("the webhook is verified", PATIENCE, PAUSE, () -> api.get("/v1/webhooks/" + id)
                .path("data")
                .path("verification")
                .asText()
                .equals("verified"));
    }

    private static ChildProcess camel(BenchEnvironment environment, BenchSuite suite, WebhookSink sink) {
        return Camel.start(
                environment.folder("camel"), suite.kafka(), CAMELS_EVENTS, sink.address("/plain"), sink.bodySize());
    }

    private static boolean isAllRecorded(MongoClient mongo) {
        return mongo.getDatabase("webhook")
                        .getCollection("deliveries")
                        .find(eq("state", "OPEN"))
                        .limit(1)
                        .first()
                == null;
    }

    private static ReportSection section(Table table, List<String> notes) {
        OptionalDouble cpuRatio = table.ratio(EventBurst.COST, CAMEL, OURS);
        return new ReportSection(
                "Delivery of webhooks",
                "Events are published straight to `community.events` for one community with one subscription (GCM). A receiver in the bench's process checks that each delivery is encrypted and signed, and counts it once; a run ends when all are received and recorded. Camel consumes the same events from a topic of its own and posts a constant body of the same size to the same receiver; it does not encrypt, sign or record. Each of the two has delivered for two minutes before the first run: what an operator pays for is a process that runs for days, and in the first minute the JIT compilers take nearly half of its CPU. The other consumers of these events are stopped.",
                List.of(table),
                List.of(
                        Budget.atMost(100, "µs of the sender's CPU per delivery", table.median(OURS, EventBurst.COST)),
                        Budget.atLeast(2, "× Camel's deliveries per CPU-second", cpuRatio),
                        Budget.atLeast(2, "× Camel's deliveries/s", table.ratio(EventBurst.RATE, OURS, CAMEL))),
                notes);
    }
}
