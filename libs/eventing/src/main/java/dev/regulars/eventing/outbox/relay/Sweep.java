package dev.regulars.eventing.outbox.relay;

import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Projections.slice;

import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.IndexOptions;
import dev.regulars.eventing.outbox.Fields;
import dev.regulars.eventing.outbox.OutboxConfig;
import dev.regulars.eventing.worker.Poller;
import io.quarkus.mongodb.FindOptions;
import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.quarkus.mongodb.reactive.ReactiveMongoDatabase;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Function;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Brings the relay what was left behind: by a crash, by another replica's crash, by a relay that was full. */
@ApplicationScoped
public class Sweep {

    private static final IndexOptions WAITING_ONLY = new IndexOptions().partialFilterExpression(exists(Fields.OLDEST));
    private static final Bson WAITING = gte(Fields.OLDEST, Date.from(Instant.EPOCH));
    private static final CountOptions MOST_COUNTED = new CountOptions().limit(10_000);
    private static final FindOptions OLDEST = new FindOptions()
            .projection(slice(Fields.OUTBOX, 1))
            .sort(ascending(Fields.OLDEST))
            .limit(1);
    private static final FindOptions OLDEST_FIRST = new FindOptions()
            .projection(include(Fields.VERSION, Fields.DELETED, Fields.OUTBOX))
            .sort(ascending(Fields.OLDEST))
            .batchSize(100);

    private final ReactiveMongoDatabase database;
    private final Relay relay;
    private final OutboxConfig config;
    private final RelayMetrics metrics;
    private final Clock clock;
    private final Poller poller;
    private volatile boolean indexed;

    public Sweep(
            Vertx vertx,
            ReactiveMongoClient mongo,
            @ConfigProperty(name = "quarkus.mongodb.database") String database,
            Relay relay,
            OutboxConfig config,
            RelayMetrics metrics,
            Clock clock) {
        this.database = mongo.getDatabase(database);
        this.relay = relay;
        this.config = config;
        this.metrics = metrics;
        this.clock = clock;
        this.poller = Poller.every(vertx, config.pause(), "Outbox sweep", this::round);
    }

    public void start(@Observes StartupEvent started) {
        poller.start();
    }

    public void stop(@Observes ShutdownEvent stopping) {
        poller.stop();
    }

    private Uni<Void> round() {
        Uni<Void> first =
                indexed ? Uni.createFrom().voidItem() : each(Sweep::index).invoke(() -> indexed = true);
        return first.chain(() -> each(this::sweep)).chain(() -> each(this::count));
    }

    private Uni<Void> sweep(ReactiveMongoCollection<BsonDocument> documents) {
        var leftBehind = clock.instant().minus(config.leftBehind());
        String name = documents.getNamespace().getCollectionName();
        return documents
                .find(lt(Fields.OLDEST, leftBehind), OLDEST_FIRST)
                .map(document -> PendingEvents.in(name, document))
                .select()
                .first(relay::handOver) // until it is full
                .collect()
                .last()
                .invoke(relay::tidy)
                .replaceWithVoid();
    }

    /** By the sweep's own index, and no further than {@link #MOST_COUNTED}: a broker away for a day must not cost a scan. */
    private Uni<Void> count(ReactiveMongoCollection<BsonDocument> documents) {
        String name = documents.getNamespace().getCollectionName();
        return documents
                .find(WAITING, OLDEST)
                .map(document -> Instant.ofEpochMilli(document.getArray(Fields.OUTBOX)
                        .getFirst()
                        .asDocument()
                        .getDateTime("at")
                        .getValue()))
                .toUni()
                .chain(oldest -> (oldest == null
                                ? Uni.createFrom().item(0L)
                                : documents.countDocuments(WAITING, MOST_COUNTED))
                        .invoke(count -> metrics.counted(name, count, oldest)))
                .replaceWithVoid();
    }

    static Uni<Void> index(ReactiveMongoCollection<?> documents) {
        return documents.createIndex(ascending(Fields.OLDEST), WAITING_ONLY).replaceWithVoid();
    }

    private Uni<Void> each(Function<ReactiveMongoCollection<BsonDocument>, Uni<Void>> work) {
        return Multi.createFrom()
                .iterable(config.collections().orElse(List.of()))
                .onItem()
                .transformToUniAndConcatenate(name -> work.apply(database.getCollection(name, BsonDocument.class)))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
