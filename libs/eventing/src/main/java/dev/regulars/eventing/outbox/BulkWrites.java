package dev.regulars.eventing.outbox;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Projections.include;
import static dev.regulars.eventing.EventingError.TOO_MANY_EVENTS_WAITING;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import com.mongodb.reactivestreams.client.ClientSession;
import dev.regulars.eventing.EventActor;
import dev.regulars.eventing.Version;
import dev.regulars.eventing.outbox.relay.EventBatches;
import dev.regulars.eventing.outbox.relay.PendingEvents;
import dev.regulars.events.CommunityId;
import dev.regulars.events.DomainEvent;
import io.quarkus.mongodb.FindOptions;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Writes of many documents of a collection in one command: for a transaction that does the work of many calls. */
public final class BulkWrites<D> {

    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);
    /** Else each of several indexes by community would be weighed for each document. */
    private static final UpdateOptions BY_ID = new UpdateOptions().hint(ascending("_id"));

    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private final Tx tx;
    private final @Nullable ClientSession session;
    private final Outbox outbox;
    private final ReactiveMongoCollection<D> documents;
    private final ReactiveMongoCollection<BsonDocument> bson;
    private final ReactiveMongoCollection<RawBsonDocument> raw;
    private final @Nullable CommunityId community;

    BulkWrites(
            Tx tx,
            @Nullable ClientSession session,
            Outbox outbox,
            ReactiveMongoCollection<D> documents,
            @Nullable CommunityId community) {
        this.tx = tx;
        this.session = session;
        this.outbox = outbox;
        this.documents = documents;
        this.bson = documents.withDocumentClass(BsonDocument.class);
        this.raw = documents.withDocumentClass(RawBsonDocument.class);
        this.community = community;
    }

    /** Stores new documents without events. */
    public Uni<Void> insertWithoutEvents(List<D> all) {
        var version = new Version(tx.now().toEpochMilli(), 0);
        return insert(all.stream()
                .map(one -> new NewDocument<>(one, version, null, List.of()))
                .toList());
    }

    /** Stores new documents of several callers, each with its version and events. */
    public Uni<Void> insert(List<NewDocument<D>> all) {
        if (all.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<RawBsonDocument> whole = all.stream().map(this::whole).toList();
        return (session == null ? raw.insertMany(whole) : raw.insertMany(session, whole))
                .invoke(() -> {
                    for (int i = 0; i < whole.size(); i++) {
                        if (!all.get(i).events().isEmpty()) {
                            tx.wrote(documents, whole.get(i), all.get(i).events());
                        }
                    }
                })
                .replaceWithVoid();
    }

    /**
     * The same for many documents of a transaction, whose events need no order among each other: their number costs less, since they
     * are stored apart from the documents, in {@link EventBatches}.
     */
    public Uni<Void> insertEmittingTogether(List<NewDocument<D>> all) {
        List<NewDocument<D>> silent = all.stream()
                .map(one -> new NewDocument<>(one.document(), one.version(), null, List.of()))
                .toList();
        return insert(silent)
                .chain(() -> tx.emitTogether(
                        all.stream().flatMap(one -> due(one).stream()).toList()));
    }

    private List<PendingEvents.Due> due(NewDocument<D> one) {
        List<OutboxEntry> entries = entries(one);
        return IntStream.range(0, entries.size())
                .mapToObj(i -> new PendingEvents.Due(one.version().minus(entries.size() - 1L - i), entries.get(i)))
                .toList();
    }

    private RawBsonDocument whole(NewDocument<D> one) {
        return checked(StoredForm.of(documents, one.document(), one.version(), entries(one)));
    }

    private List<OutboxEntry> entries(NewDocument<D> one) {
        EventActor actor = Origin.actor(one.actor());
        return one.events().stream().map(event -> outbox.entry(event, actor)).toList();
    }

    private RawBsonDocument checked(RawBsonDocument encoded) {
        if (community != null) {
            Tx.checkCommunity(documents, encoded, community);
        }
        return encoded;
    }

    /**
     * Stores documents whole, new or not. For a transaction that read them before, and for documents that tell nothing: one
     * that waits with an event would lose it.
     */
    public Uni<Void> replace(List<D> all) {
        return write(
                        raw,
                        all.stream()
                                .map(one -> checked(StoredForm.of(documents, one)))
                                .map(one -> new ReplaceOneModel<>(eq("_id", one.get("_id")), one, UPSERT))
                                .toList())
                .replaceWithVoid();
    }

    /** Changes all that match alike, without an event: such as a lock at the begin of a transaction. */
    public Uni<Void> changeAlike(Bson which, Bson change) {
        Bson mine = mine(which);
        return (session == null ? bson.updateMany(mine, change) : bson.updateMany(session, mine, change))
                .replaceWithVoid();
    }

    /**
     * Changes each of the documents with its events. Refuses all where one is missing or has too many events waiting: only a
     * transaction undoes the others then.
     */
    public Uni<Void> change(List<DocumentChange> all) {
        return write(bson, all.stream().map(this::update).toList())
                .invoke(matched -> {
                    if (matched < all.size()) {
                        throw TOO_MANY_EVENTS_WAITING.because("a document of " + documents.getNamespace());
                    }
                })
                .chain(() ->
                        emit(all.stream().filter(one -> !one.events().isEmpty()).toList()));
    }

    private UpdateOneModel<BsonDocument> update(DocumentChange one) {
        List<OutboxEntry> entries = one.events().stream()
                .map(event -> outbox.entry(event, tx.actor()))
                .toList();
        Bson which = and(mine(eq("_id", one.id())), exists(Fields.FULL, false));
        return new UpdateOneModel<>(
                which, entries.isEmpty() ? one.change() : Change.andEmit(one.change(), entries), BY_ID);
    }

    /** Answers how many documents matched. */
    private <T> Uni<Integer> write(ReactiveMongoCollection<T> to, List<? extends WriteModel<T>> writes) {
        return writes.isEmpty()
                ? Uni.createFrom().item(0)
                : (session == null ? to.bulkWrite(writes, UNORDERED) : to.bulkWrite(session, writes, UNORDERED))
                        .map(result -> result.getMatchedCount());
    }

    /** A bulk write does not answer with the documents after it, which the relay needs. */
    private Uni<Void> emit(List<DocumentChange> all) {
        if (all.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Map<String, DocumentChange> byId =
                all.stream().collect(Collectors.toMap(DocumentChange::id, Function.identity()));
        var options = new FindOptions().projection(include(Fields.VERSION, Fields.DELETED, Fields.OUTBOX));
        return tx.list(bson, mine(in("_id", byId.keySet())), options)
                .invoke(after -> tx.wrote(documents, after, events(byId, after)))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static List<DomainEvent> events(Map<String, DocumentChange> byId, BsonDocument after) {
        DocumentChange change = byId.get(after.getString("_id").getValue());
        return change == null ? List.of() : new ArrayList<>(change.events());
    }

    private Bson mine(Bson which) {
        return Tx.alive(and(which, community == null ? empty() : eq(Tx.COMMUNITY_ID, community.id())));
    }
}
