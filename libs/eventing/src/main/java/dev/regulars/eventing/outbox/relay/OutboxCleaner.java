package dev.regulars.eventing.outbox.relay;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Filters.nor;
import static com.mongodb.client.model.Updates.pull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import dev.regulars.eventing.outbox.Fields;
import dev.regulars.eventing.outbox.relay.DocumentQueue.Receipt;
import io.quarkus.logging.Log;
import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.quarkus.mongodb.reactive.ReactiveMongoDatabase;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Takes out of the documents what the broker has: one bulk write for all that came in during the one before. */
@ApplicationScoped
public class OutboxCleaner {

    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final ReactiveMongoDatabase database;

    public OutboxCleaner(
            ReactiveMongoClient mongo, @ConfigProperty(name = "quarkus.mongodb.database") String database) {
        this.database = mongo.getDatabase(database);
    }

    /** Answers those that could not be taken out, with the rest done: a locked document must not hold the others. */
    Uni<List<Receipt>> takeOut(List<Receipt> receipts) {
        return Uni.createFrom()
                .deferred(() -> write(receipts))
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .replaceWith(List.<Receipt>of())
                .onFailure()
                .recoverWithUni(failure -> receipts.size() == 1 ? failed(receipts, failure) : oneByOne(receipts));
    }

    private Uni<List<Receipt>> oneByOne(List<Receipt> receipts) {
        return Multi.createFrom()
                .iterable(receipts)
                .onItem()
                .transformToUniAndMerge(receipt -> takeOut(List.of(receipt)))
                .collect()
                .in(ArrayList<Receipt>::new, List::addAll)
                .map(failed -> failed);
    }

    private static Uni<List<Receipt>> failed(List<Receipt> receipts, Throwable failure) {
        Log.warnf(
                failure,
                "Events the broker has were not taken out of %s",
                receipts.getFirst().document());
        return Uni.createFrom().item(receipts);
    }

    private Uni<Void> write(List<Receipt> receipts) {
        Map<String, List<WriteModel<BsonDocument>>> byCollection = receipts.stream()
                .collect(groupingBy(
                        receipt -> receipt.document().collection(), mapping(OutboxCleaner::removal, toList())));
        List<Uni<Void>> writes = byCollection.entrySet().stream()
                .map(some -> database.getCollection(some.getKey(), BsonDocument.class)
                        .bulkWrite(some.getValue(), UNORDERED)
                        .replaceWithVoid())
                .toList();
        return Uni.join().all(writes).andFailFast().replaceWithVoid();
    }

    private static WriteModel<BsonDocument> removal(Receipt receipt) {
        Bson document = eq("_id", receipt.document().id());
        if (receipt.end() == null) {
            return new UpdateOneModel<>(document, pull(Fields.OUTBOX, in("id", receipt.ids())));
        }
        // A write since then (a return from deletion, say) makes this miss, and the next sweep looks again.
        return new DeleteOneModel<>(and(
                document,
                eq(Fields.DELETED, true),
                eq(Fields.VERSION, receipt.end().toBson()),
                nor(elemMatch(Fields.OUTBOX, nin("id", receipt.ids())))));
    }
}
