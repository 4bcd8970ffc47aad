package dev.regulars.identity.directory.bulk.job;

import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.descending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static dev.regulars.identity.directory.bulk.job.JobStatus.CANCELLED;
import static dev.regulars.identity.directory.bulk.job.JobStatus.COMPLETED;
import static dev.regulars.identity.directory.bulk.job.JobStatus.FAILED;
import static dev.regulars.identity.directory.bulk.job.JobStatus.PROCESSING;
import static dev.regulars.identity.directory.bulk.job.JobStatus.QUEUED;

import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.IndexOptions;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import dev.regulars.identity.directory.bulk.row.BulkKind;
import dev.regulars.web.caller.Actor;
import dev.regulars.web.caller.CallerKind;
import dev.regulars.web.page.Page;
import dev.regulars.web.page.PageRequest;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** A file that is to be applied. Its rows are in parts ({@link BulkPartDocument}), which replicas apply side by side. */
@MongoEntity(collection = "bulkJobs")
public class BulkJobDocument extends ReactivePanacheMongoEntityBase {

    private static final int HEADS = 100;
    private static final Bson STARTABLE = in("status", QUEUED, PROCESSING);

    /** Who uploaded the file; every row is applied in their name. */
    public record Uploader(
            CallerKind kind,
            String id,
            @Nullable String accountId,
            @Nullable String userId) {

        public static Uploader of(Actor caller) {
            return new Uploader(caller.kind(), caller.id(), caller.accountId(), caller.userId());
        }

        public Actor actor() {
            return new Actor(kind, id, accountId, userId, null);
        }
    }

    @BsonId
    public String id;

    public CommunityId communityId;
    public BulkKind kind;
    public boolean dryRun;
    public String status;
    /** Whether parts may still be applied; a cancelled job is open until those that were begun are finished. */
    public boolean open;
    /** Of kind and content; only where the same file may not come again. */
    public @Nullable String uniqueHash;

    public String identifiedBy;
    public List<String> columns;
    public long total;
    /** Final ones; while the job is open its parts have them. */
    public long succeeded;

    public long failed;
    public Uploader uploader;
    public Instant createdAt;
    public Instant updatedAt;
    /** When a part of it was begun last: communities take turns. */
    public Instant turnAt;

    public Instant expiresAt;

    public boolean isCancelled() {
        return CANCELLED.equals(status);
    }

    public JobCounts counts() {
        return new JobCounts(succeeded, failed);
    }

    public Uni<BulkJobDocument> insert(Tx tx) {
        return jobs().of(communityId).insert(tx, this);
    }

    public static Uni<BulkJobDocument> get(Tx tx, String id) {
        return jobs().in(tx).get(id);
    }

    public static Uni<Long> countOpen(Tx tx) {
        return jobs().in(tx).count(eq("open", true));
    }

    public static Uni<@Nullable BulkJobDocument> ofFile(Tx tx, String uniqueHash) {
        return jobs().in(tx).find(eq("uniqueHash", uniqueHash));
    }

    public static Uni<Page<BulkJobDocument>> page(Tx tx, PageRequest page) {
        return jobs().in(tx).page(empty(), descending("createdAt"), page);
    }

    /** The oldest open job of each community, that community first which has waited longest. */
    public static Uni<List<BulkJobDocument>> heads(Tx tx) {
        List<Bson> pipeline = List.of(
                Aggregates.match(eq("open", true)),
                Aggregates.sort(ascending("communityId", "createdAt", "_id")),
                Aggregates.group("$communityId", Accumulators.first("head", "$$ROOT")),
                Aggregates.replaceRoot("$head"),
                Aggregates.sort(ascending("turnAt")),
                Aggregates.limit(HEADS));
        return tx.aggregate(jobs().ofAllCommunities(), pipeline, BulkJobDocument.class)
                .collect()
                .asList();
    }

    /** A part of it is begun now. */
    public Uni<Void> takeTurn(Tx tx, Instant now) {
        Bson turn = combine(set("turnAt", now), set("updatedAt", now));
        return jobs().of(communityId)
                .change(tx, id)
                .when(STARTABLE)
                .by(combine(turn, set("status", PROCESSING)))
                .withoutEvent()
                .onItem()
                .ifNull()
                .switchTo(() -> jobs().of(communityId).change(tx, id).by(turn).withoutEvent())
                .replaceWithVoid();
    }

    /** Empty where it is over already. */
    public static Uni<@Nullable BulkJobDocument> cancel(Tx tx, String id) {
        return jobs().in(tx)
                .change(id)
                .when(STARTABLE)
                .by(combine(set("status", CANCELLED), set("updatedAt", tx.now())))
                .withoutEvent();
    }

    /** No part of it is left to be applied. */
    public Uni<Void> close(Tx tx, JobCounts counts) {
        Bson done = over(tx, counts);
        return jobs().of(communityId)
                .change(tx, id)
                .when(STARTABLE)
                .by(combine(done, set("status", COMPLETED)))
                .withoutEvent()
                .onItem()
                .ifNull()
                .switchTo(() -> jobs().of(communityId)
                        .change(tx, id)
                        .when(eq("open", true))
                        .by(done)
                        .withoutEvent())
                .replaceWithVoid();
    }

    private static Bson over(Tx tx, JobCounts counts) {
        return combine(
                set("open", false),
                set("succeeded", counts.succeeded()),
                set("failed", counts.failed()),
                set("updatedAt", tx.now()));
    }

    /** Nothing more of it can be applied. */
    public Uni<Void> fail(Tx tx, JobCounts counts) {
        return jobs().of(communityId)
                .change(tx, id)
                .when(eq("open", true))
                .by(combine(over(tx, counts), set("status", FAILED)))
                .withoutEvent()
                .replaceWithVoid();
    }

    public static Uni<Void> buildIndexes() {
        return jobs().createIndex(ascending("communityId", "open", "createdAt"))
                .chain(() -> jobs().createIndex(descending("communityId", "createdAt", "_id")))
                .chain(() -> jobs().createIndex(
                                ascending("communityId", "uniqueHash"),
                                new IndexOptions().unique(true).partialFilterExpression(exists("uniqueHash"))))
                .chain(() -> jobs().createIndex(
                                ascending("open"), new IndexOptions().partialFilterExpression(eq("open", true))))
                .chain(() -> jobs().createIndex(
                                ascending("expiresAt"), new IndexOptions().expireAfter(0L, TimeUnit.SECONDS)));
    }

    private static TenantCollection.All<BulkJobDocument> jobs() {
        return TenantCollection.all(mongoCollection());
    }
}
