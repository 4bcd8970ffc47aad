package dev.regulars.bench.row;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.regulars.bench.measure.Side;
import dev.regulars.bench.measure.Table;
import dev.regulars.bench.peer.Camel;
import dev.regulars.bench.process.Child;
import dev.regulars.bench.process.Http;
import dev.regulars.bench.process.Patience;
import dev.regulars.bench.stage.Events;
import dev.regulars.bench.stage.Sink;
import dev.regulars.bench.stage.Stage;
import dev.regulars.bench.stage.Suite;
import dev.regulars.bench.stage.Tenant;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntConsumer;

/** From an event on Kafka to a partner's endpoint. Takes identity-service away, so it is the last one. */
public final class DeliveryRow implements Row {

    private static final Duration TIME = Duration.ofSeconds(6);
    private static final Duration WARMS = Duration.ofSeconds(50);
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
    public Chapter measure(Stage stage) {
        Suite suite = stage.suite();
        Tenant tenant = stage.tenant();
        try (var sink = new Sink();
                var events = new Events(suite.kafka());
                var mongo = MongoClients.create(suite.mongo())) {
            subscribe(suite, tenant, sink);
            suite.kill("identity-service"); // it hears of the same events, and would do its own work for each
            IntConsumer joins = count -> events.send(EVENTS, tenant.communityId(), count);
            joins.accept(1);
            Patience.until("the first delivery", PATIENCE, PAUSE, () -> sink.signed() == 1);
            var flood = new Flood(
                    joins,
                    sink,
                    sink::signed,
                    () -> Patience.until("all recorded", PATIENCE, PAUSE, () -> isAllRecorded(mongo)),
                    suite.cpus(OURS),
                    suite.cpus("mongod", "kafka"));
            Side ours = new Side(OURS, WARMS, flood::run);
            if (!Camel.isHere()) {
                return chapter(stage.series(TIME).play("delivery", List.of(ours)), List.of(Camel.MISSING));
            }
            events.make(CAMELS_EVENTS);
            try (var camel = camel(stage, suite, sink)) {
                var camels = new Flood(
                        count -> events.send(CAMELS_EVENTS, tenant.communityId(), count),
                        sink,
                        sink::plain,
                        () -> {},
                        List.of(camel.cpu()),
                        suite.cpus("mongod", "kafka"));
                Side peer = new Side(CAMEL, WARMS, camels::run);
                return chapter(stage.series(TIME).play("delivery", List.of(ours, peer)), List.of());
            }
        }
    }

    private static void subscribe(Suite suite, Tenant tenant, Sink sink) {
        Http api = Http.bearer(suite.gateway(), tenant.apiKey());
        var wish = Map.of(
                "name", "Bench",
                "url", sink.address("/signed"),
                "events", List.of("user_join_server"),
                "encryption", Map.of("mode", "GCM"));
        String id = api.post("/v1/webhooks", wish).path("data").path("_id").asText();
        Patience.until("the webhook is verified", PATIENCE, PAUSE, () -> api.get("/v1/webhooks/" + id)
                .path("data")
                .path("verification")
                .asText()
                .equals("verified"));
    }

    private static Child camel(Stage stage, Suite suite, Sink sink) {
        return Camel.start(
                stage.folder("camel"), suite.kafka(), CAMELS_EVENTS, sink.address("/plain"), sink.bodySize());
    }

    private static boolean isAllRecorded(MongoClient mongo) {
        return mongo.getDatabase("webhook")
                        .getCollection("deliveries")
                        .find(eq("state", "OPEN"))
                        .limit(1)
                        .first()
                == null;
    }

    private static Chapter chapter(Table table, List<String> words) {
        OptionalDouble dearer = table.ratio(Flood.COST, CAMEL, OURS);
        return new Chapter(
                "Delivery of webhooks",
                "Events put straight onto `community.events`, for one community with one subscription (GCM), its people known; a receiver in the process of the bench checks that each delivery is encrypted and signed, and counts it once. Over when the receiver has all and each is recorded. Camel reads the same events from a topic of its own and posts a constant body of the same size to the same receiver; it encrypts, signs and records nothing. identity-service is away, since it would work on the same events.",
                List.of(table),
                List.of(
                        Bar.atMost(40, "µs of the sender's CPU per delivery", table.median(OURS, Flood.COST)),
                        Bar.atLeast(2, "× Camel's deliveries per CPU-second", dearer),
                        Bar.atLeast(2, "× Camel's deliveries/s", table.ratio(Flood.RATE, OURS, CAMEL))),
                words);
    }
}
