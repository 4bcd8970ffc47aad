package dev.regulars.eventing.once;

import static com.mongodb.client.model.Filters.eq;
import static dev.regulars.eventing.EventingError.CALL_UNDER_WAY;
import static dev.regulars.eventing.EventingError.IDEMPOTENCY_KEY_REUSED;

import com.mongodb.ReadConcern;
import com.mongodb.reactivestreams.client.ClientSession;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.regulars.eventing.worker.Poller;
import dev.regulars.web.refusal.Refusal;
import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executor;
import mutiny.zero.flow.adapters.AdaptersToFlow;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The calls that were done under a key, with what was answered. */
@ApplicationScoped
class IdempotencyRecords {

    static final String COLLECTION = "requests";

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ReactiveMongoCollection<Document> requests;
    private final MongoCollection<Document> certain;
    private final Fingerprints fingerprints;
    private final Clock clock;

    IdempotencyRecords(
            ReactiveMongoClient mongo,
            @ConfigProperty(name = "quarkus.mongodb.database") String database,
            Fingerprints fingerprints,
            Clock clock) {
        this.requests = mongo.getDatabase(database).getCollection(COLLECTION);
        this.certain =
                mongo.unwrap().getDatabase(database).getCollection(COLLECTION).withReadConcern(ReadConcern.MAJORITY);
        this.fingerprints = fingerprints;
        this.clock = clock;
    }

    /** The first answer, if this call was done before and will stay done; refuses the key of a call with another body. */
    <T> Uni<@Nullable T> find(IdempotentCall call, Class<T> type) {
        return findCertain(call).map(row -> row == null ? null : answer(call, row, type));
    }

    /** The same behind a lost race: the winner's row may be there and not yet be certain, so it is waited for. */
    <T> Uni<@Nullable T> findOfTwin(IdempotentCall call, Class<T> type) {
        return requests.find(eq("_id", call.id()))
                .collect()
                .first()
                .chain(row -> row == null ? Uni.createFrom().nullItem() : awaitCertain(call))
                .map(row -> row == null ? null : answer(call, row, type));
    }

    private Uni<Document> awaitCertain(IdempotentCall call) {
        return findCertain(call)
                .onItem()
                .ifNull()
                .failWith(() -> CALL_UNDER_WAY.because("not committed by a majority"))
                .onFailure(failure -> failure instanceof Refusal)
                .retry()
                .withBackOff(Duration.ofMillis(5), Duration.ofMillis(200))
                .expireIn(PATIENCE.toMillis())
                .onFailure(IllegalStateException.class)
                .transform(failure -> CALL_UNDER_WAY.because(String.valueOf(failure.getCause())));
    }

    /** A row that no change of primary can take back. */
    private Uni<@Nullable Document> findCertain(IdempotentCall call) {
        Executor here = Poller.thisContext();
        return Uni.createFrom()
                .publisher(AdaptersToFlow.publisher(
                        certain.find(eq("_id", call.id())).first()))
                .emitOn(here);
    }

    Uni<Void> add(ClientSession session, IdempotentCall call, Object answer) {
        var row = new Document("_id", call.id())
                .append("communityId", call.communityId())
                .append("bodyHash", fingerprints.of(call))
                .append("answer", fingerprints.kept(answer))
                .append("at", clock.instant());
        return requests.insertOne(session, row).replaceWithVoid();
    }

    private <T> T answer(IdempotentCall call, Document row, Class<T> type) {
        if (!fingerprints.isOf(row.getString("bodyHash"), call)) {
            throw IDEMPOTENCY_KEY_REUSED.because(call.operation());
        }
        return fingerprints.read(row.getString("answer"), type);
    }
}
