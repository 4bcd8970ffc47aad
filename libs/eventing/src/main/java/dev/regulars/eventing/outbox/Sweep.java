package dev.regulars.eventing.outbox;

import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.model.IndexOptions;
import dev.regulars.eventing.Rounds;
import io.quarkus.mongodb.FindOptions;
import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.quarkus.mongodb.reactive.ReactiveMongoDatabase;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.bson.BsonDocument;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Brings the relay what was left behind: by a crash, by another replica's crash, by a relay that was full. */
@ApplicationScoped
class Sweep {

    private static final IndexOptions WAITING_ONLY = new IndexOptions().partialFilterExpression(exists(Fields.OLDEST));
    private static final FindOptions OLDEST_FIRST = new FindOptions()
            .projection(include(Fields.VERSION, Fields.DELETED, Fields.OUTBOX))
            .sort(ascending(Fields.OLDEST))
            .batchSize(100);

    private final ReactiveMongoDatabase database;
    private final Relay relay;
    private final OutboxConfig config;
    private final Clock clock;
    private final Rounds rounds;
    private volatile boolean indexed;

    Sweep(
            ReactiveMongoClient mongo,
            @ConfigProperty(name = "quarkus.mongodb.database") String database,
            Relay relay,
            OutboxConfig config,
            Clock clock) {
        this.database = mongo.getDatabase(database);
        this.relay = relay;
        this.config = config;
        this.clock = clock;
        this.rounds = Rounds.every(config.pause(), "Outbox sweep", this::round);
    }

    void start(@Observes StartupEvent started) {
        rounds.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        rounds.stop();
    }

    private Uni<Void> round() {
        Uni<Void> first =
                indexed ? Uni.createFrom().voidItem() : each(this::index).invoke(() -> indexed = true);
        return first.chain(() -> each(this::sweep));
    }

    private Uni<Void> sweep(ReactiveMongoCollection<BsonDocument> documents) {
        var leftBehind = clock.instant().minus(config.leftBehind());
        String name = documents.getNamespace().getCollectionName();
        return documents
                .find(lt(Fields.OLDEST, leftBehind), OLDEST_FIRST)
                .map(document -> Waiting.in(name, document))
                .select()
                .first(relay::handOver) // until it is full
                .collect()
                .last()
                .invoke(relay::tidy)
                .replaceWithVoid();
    }

    private Uni<Void> index(ReactiveMongoCollection<BsonDocument> documents) {
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
