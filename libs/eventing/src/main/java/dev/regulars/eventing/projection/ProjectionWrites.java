package dev.regulars.eventing.projection;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import dev.regulars.eventing.DuplicateKey;
import dev.regulars.eventing.Version;
import dev.regulars.eventing.outbox.Fields;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonDocumentWrapper;
import org.bson.conversions.Bson;

/**
 * Applies a batch of events to the documents of a projection, of whatever communities, in one command. Repeats change nothing, nor
 * does what is older than what is there. Never part of a transaction, which a repeat would end.
 */
public final class ProjectionWrites<D> {

    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
    private static final InsertManyOptions ALL = new InsertManyOptions().ordered(false);
    /** Else each of several indexes by community would be weighed for each document. */
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true).hint(ascending("_id"));

    private final ReactiveMongoCollection<D> documents;
    private final ReactiveMongoCollection<BsonDocument> bson;
    private final Version created;

    /** @param now when documents that are missing are created */
    public ProjectionWrites(ReactiveMongoCollection<D> documents, Instant now) {
        this.documents = documents;
        this.bson = documents.withDocumentClass(BsonDocument.class);
        this.created = new Version(now.toEpochMilli(), 0);
    }

    /** Makes those of the changes that are newer than what is there. */
    public Uni<Void> change(List<ProjectionChange> all) {
        return attempt(all).chain(this::attempt).replaceWithVoid();
    }

    /**
     * Answers the changes whose upsert met a document. Mostly it keeps something newer; but it may have been created at the same moment,
     * and then a second attempt changes it.
     */
    private Uni<List<ProjectionChange>> attempt(List<ProjectionChange> all) {
        return all.isEmpty()
                ? Uni.createFrom().item(all)
                : bson.bulkWrite(all.stream().map(this::upsert).toList(), UNORDERED)
                        .replaceWith(List.<ProjectionChange>of())
                        .onFailure(DuplicateKey::is)
                        .recoverWithItem(
                                failure -> refused(failure).map(all::get).toList());
    }

    private static Stream<Integer> refused(Throwable failure) {
        return ((MongoBulkWriteException) failure).getWriteErrors().stream().map(BulkWriteError::getIndex);
    }

    private UpdateOneModel<BsonDocument> upsert(ProjectionChange one) {
        Bson which = and(
                eq("_id", one.id()), eq("communityId", one.community().id()), ne(Fields.DELETED, true), one.newer());
        Bson change = combine(
                setOnInsert(Fields.VERSION, created.toBson()),
                setOnInsert(Fields.DELETED, false),
                setOnInsert(Fields.OUTBOX, new BsonArray()),
                one.change());
        return new UpdateOneModel<>(which, change, UPSERT);
    }

    /** Stores those of the documents that are not there yet. */
    public Uni<Void> insert(List<D> all) {
        return all.isEmpty()
                ? Uni.createFrom().voidItem()
                : bson.insertMany(all.stream().map(this::whole).toList(), ALL)
                        .replaceWithVoid()
                        .onFailure(DuplicateKey::is)
                        .recoverWithNull();
    }

    private BsonDocument whole(D document) {
        return BsonDocumentWrapper.asBsonDocument(document, documents.getCodecRegistry())
                .append(Fields.VERSION, created.toBson())
                .append(Fields.DELETED, BsonBoolean.FALSE)
                .append(Fields.OUTBOX, new BsonArray());
    }
}
