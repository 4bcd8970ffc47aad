package dev.regulars.eventing.once;

import static com.mongodb.client.model.Indexes.ascending;
import static java.util.concurrent.TimeUnit.SECONDS;

import com.mongodb.MongoCommandException;
import com.mongodb.client.model.IndexOptions;
import dev.regulars.eventing.Indexed;
import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Lets remembered calls go after the time that the operator set, and keeps them where none is set. */
@Singleton
class IdempotencyIndex implements Indexed {

    private static final String NAME = "retention";
    private static final Set<Integer> ABSENT = Set.of(26, 27); // no such collection, no such index
    private static final Set<Integer> OF_ANOTHER_TIME = Set.of(85, 86);

    private final ReactiveMongoCollection<Document> requests;
    private final IdempotencyConfig config;

    IdempotencyIndex(
            ReactiveMongoClient mongo,
            @ConfigProperty(name = "quarkus.mongodb.database") String database,
            IdempotencyConfig config) {
        this.requests = mongo.getDatabase(database).getCollection(IdempotencyRecords.COLLECTION);
        this.config = config;
    }

    @Override
    public Uni<Void> build() {
        return config.retention().map(this::keepFor).orElseGet(this::keepForEver);
    }

    private Uni<Void> keepFor(Duration retention) {
        return create(retention)
                .onFailure(failure -> has(failure, OF_ANOTHER_TIME))
                .recoverWithUni(() -> keepForEver().chain(() -> create(retention)));
    }

    private Uni<Void> create(Duration retention) {
        var options = new IndexOptions().name(NAME).expireAfter(retention.toSeconds(), SECONDS);
        return requests.createIndex(ascending("at"), options).replaceWithVoid();
    }

    private Uni<Void> keepForEver() {
        return requests.dropIndex(NAME)
                .onFailure(failure -> has(failure, ABSENT))
                .recoverWithNull();
    }

    private static boolean has(Throwable failure, Set<Integer> codes) {
        return failure instanceof MongoCommandException command && codes.contains(command.getErrorCode());
    }
}
