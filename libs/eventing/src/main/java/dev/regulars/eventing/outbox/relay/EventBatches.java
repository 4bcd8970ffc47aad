package dev.regulars.eventing.outbox.relay;

import com.mongodb.reactivestreams.client.ClientSession;
import dev.regulars.eventing.Indexed;
import dev.regulars.eventing.Version;
import dev.regulars.eventing.outbox.Fields;
import dev.regulars.eventing.outbox.OutboxConfig;
import dev.regulars.eventing.outbox.relay.PendingEvents.Due;
import dev.regulars.eventing.outbox.relay.PendingEvents.Ref;
import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonObjectId;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Events of many documents in one of their own, which the relay deletes once the broker has them: an insert and a deletion for all of
 * them instead of an update for each.
 */
@ApplicationScoped
public class EventBatches implements Indexed {

    private static final int MOST = 500;
    private static final BsonDocumentCodec BSON = new BsonDocumentCodec();

    private final ReactiveMongoCollection<RawBsonDocument> batches;
    private final boolean swept;

    public EventBatches(
            ReactiveMongoClient mongo,
            @ConfigProperty(name = "quarkus.mongodb.database") String database,
            OutboxConfig config) {
        swept = config.collections().orElse(List.of()).contains(PendingEvents.BATCHES);
        batches = mongo.getDatabase(database).getCollection(PendingEvents.BATCHES, RawBsonDocument.class);
    }

    /** The collection has to be there, since a transaction that reads a snapshot cannot make it. */
    @Override
    public Uni<Void> build() {
        return swept ? Sweep.index(batches) : Uni.createFrom().voidItem();
    }

    /** Stores them in as many batches as their bound asks for, and answers these. */
    public Uni<List<PendingEvents>> insert(ClientSession session, List<Due> events, Instant now) {
        List<PendingEvents> pending = new ArrayList<>();
        List<RawBsonDocument> documents = new ArrayList<>();
        for (int from = 0; from < events.size(); from += MOST) {
            List<Due> some = events.subList(from, Math.min(events.size(), from + MOST));
            var id = new BsonObjectId();
            var version = new Version(now.toEpochMilli(), some.size());
            documents.add(new RawBsonDocument(document(id, version, some), BSON));
            pending.add(new PendingEvents(new Ref(PendingEvents.BATCHES, id), version, true, some));
        }
        return batches.insertMany(session, documents).replaceWith(pending);
    }

    private static BsonDocument document(BsonObjectId id, Version version, List<Due> events) {
        return new BsonDocument("_id", id)
                .append(Fields.VERSION, version.toBson())
                .append(Fields.DELETED, BsonBoolean.TRUE)
                .append(
                        Fields.OUTBOX,
                        new BsonArray(events.stream()
                                .map(due -> due.entry()
                                        .toBson()
                                        .append(Fields.VERSION, due.version().toBson()))
                                .toList()));
    }
}
