package dev.regulars.identity.directory.bulk.job;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.model.IndexOptions;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import dev.regulars.identity.directory.bulk.row.BulkRow;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** What became of a row. Written together with what the row changes, so that no row is applied twice. */
@MongoEntity(collection = "bulkRows")
public class BulkRowDocument extends ReactivePanacheMongoEntityBase {

    public static final String SUCCEEDED = "succeeded";
    public static final String FAILED = "failed";
    private static final int LAST = 99_999_999;

    @BsonId
    public String id;

    public CommunityId communityId;
    public int row;
    public String identifier;
    public String status;
    public @Nullable String message;
    public Instant expiresAt;

    public static BulkRowDocument succeeded(BulkJobDocument job, BulkRow row, @Nullable String message) {
        return of(job, row, SUCCEEDED, message);
    }

    public static BulkRowDocument failed(BulkJobDocument job, BulkRow row, String reason) {
        return of(job, row, FAILED, reason);
    }

    private static BulkRowDocument of(BulkJobDocument job, BulkRow row, String status, @Nullable String message) {
        var outcome = new BulkRowDocument();
        outcome.id = id(job.id, row.number());
        outcome.communityId = job.communityId;
        outcome.row = row.number();
        outcome.identifier = row.identifier();
        outcome.status = status;
        outcome.message = message;
        outcome.expiresAt = job.expiresAt;
        return outcome;
    }

    /** Sorts as the rows do. The ledger knows the row by it, too. */
    public static String id(String jobId, int row) {
        return "%s-%08d".formatted(jobId, row);
    }

    public static Uni<Void> insertAll(Tx tx, List<BulkRowDocument> outcomes) {
        return rows().in(tx).bulk().insertWithoutEvents(outcomes);
    }

    public static Uni<Boolean> exists(Tx tx, BulkJobDocument job, int row) {
        return rows().of(job.communityId).find(tx, id(job.id, row)).map(found -> found != null);
    }

    /** The numbers of those rows of a part that have an outcome. */
    public static Uni<Set<Integer>> decided(Tx tx, BulkPartDocument part) {
        return rows().of(part.communityId)
                .list(tx, between(part.jobId, part.firstRow, part.lastRow), ascending("_id"), 0)
                .map(outcome -> outcome.row)
                .collect()
                .in(HashSet::new, Set::add);
    }

    public static Uni<JobCounts> counts(Tx tx, BulkPartDocument part) {
        Bson all = between(part.jobId, part.firstRow, part.lastRow);
        return rows().of(part.communityId)
                .count(tx, and(all, eq("status", SUCCEEDED)))
                .chain(succeeded -> rows().of(part.communityId)
                        .count(tx, and(all, eq("status", FAILED)))
                        .map(failed -> new JobCounts(succeeded, failed)));
    }

    /** @param status of the rows that are wanted; absent for all */
    public static Multi<BulkRowDocument> list(Tx tx, BulkJobDocument job, @Nullable String status, int limit) {
        Bson all = between(job.id, 0, LAST);
        return rows().of(job.communityId)
                .list(tx, status == null ? all : and(all, eq("status", status)), ascending("_id"), limit);
    }

    private static Bson between(String jobId, int first, int last) {
        return and(gte("_id", id(jobId, first)), lte("_id", id(jobId, last)));
    }

    public static Uni<Void> buildIndexes() {
        return rows().createIndex(ascending("expiresAt"), new IndexOptions().expireAfter(0L, TimeUnit.SECONDS));
    }

    private static TenantCollection.All<BulkRowDocument> rows() {
        return TenantCollection.all(mongoCollection());
    }
}
