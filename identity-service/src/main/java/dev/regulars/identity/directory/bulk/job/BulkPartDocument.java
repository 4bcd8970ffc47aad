package dev.regulars.identity.directory.bulk.job;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import io.quarkus.mongodb.FindOptions;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of a job. The rows themselves are in the storage of media, under the part's id. A replica leases a part; whoever lost the
 * lease cannot finish it, since its fencing number is an older one.
 */
@MongoEntity(collection = "bulkParts")
public class BulkPartDocument extends ReactivePanacheMongoEntityBase {

    private static final int REMOVED_AT_ONCE = 100;

    @BsonId
    public String id;

    public CommunityId communityId;
    public String jobId;
    /** The numbers of its rows. */
    public int firstRow;

    public int lastRow;
    public boolean done;
    public long succeeded;
    public long failed;
    /** Raised with each lease. */
    public long fence;

    public Instant leasedUntil;
    public Instant expiresAt;

    public Uni<BulkPartDocument> insert(Tx tx) {
        return parts().of(communityId).insert(tx, this);
    }

    /** The next part of a job that nobody has; of a cancelled job only such as were begun. */
    public static Uni<@Nullable BulkPartDocument> lease(Tx tx, BulkJobDocument job, Instant now, Instant until) {
        return parts().of(job.communityId)
                .change(tx, and(left(job), lte("leasedUntil", now)))
                .by(combine(set("leasedUntil", until), inc("fence", 1L)))
                .withoutEvent();
    }

    private static Bson left(BulkJobDocument job) {
        Bson left = and(eq("jobId", job.id), eq("done", false));
        return job.isCancelled() ? and(left, gt("fence", 0L)) : left;
    }

    public static Uni<Boolean> isAnyLeft(Tx tx, BulkJobDocument job) {
        return parts().of(job.communityId).countTo(tx, left(job), 1).map(count -> count > 0);
    }

    /** Empty where another replica has it meanwhile. */
    public Uni<@Nullable BulkPartDocument> lease(Tx tx, Instant until) {
        return held(tx, set("leasedUntil", until));
    }

    /** Empty where another replica has it meanwhile. */
    public Uni<@Nullable BulkPartDocument> finish(Tx tx, JobCounts counts) {
        return held(
                tx, combine(set("done", true), set("succeeded", counts.succeeded()), set("failed", counts.failed())));
    }

    private Uni<@Nullable BulkPartDocument> held(Tx tx, Bson change) {
        return parts().of(communityId)
                .change(tx, id)
                .when(and(eq("fence", fence), eq("done", false)))
                .by(change)
                .withoutEvent();
    }

    /** What is done of jobs, by their ids. */
    public static Uni<Map<String, JobCounts>> counts(Tx tx, CommunityId community, List<String> jobIds) {
        List<Bson> sums = List.of(
                Aggregates.match(and(in("jobId", jobIds), eq("done", true))),
                Aggregates.group(
                        "$jobId", Accumulators.sum("succeeded", "$succeeded"), Accumulators.sum("failed", "$failed")));
        return parts().of(community)
                .aggregate(tx, sums, Document.class)
                .collect()
                .in(
                        HashMap::new,
                        (all, sum) -> all.put(
                                sum.getString("_id"), new JobCounts(sum.getLong("succeeded"), sum.getLong("failed"))));
    }

    public static Uni<List<BulkPartDocument>> expired(Tx tx, Instant now) {
        return tx.list(
                        parts().ofAllCommunities(),
                        lte("expiresAt", now),
                        new FindOptions().sort(ascending("expiresAt")).limit(REMOVED_AT_ONCE))
                .collect()
                .asList();
    }

    public Uni<Void> expireLater(Tx tx, Instant at) {
        return parts().of(communityId)
                .change(tx, id)
                .by(set("expiresAt", at))
                .withoutEvent()
                .replaceWithVoid();
    }

    public Uni<Void> remove(Tx tx) {
        return parts().of(communityId).change(tx, id).removing().replaceWithVoid();
    }

    public static Uni<List<BulkPartDocument>> ofJob(Tx tx, CommunityId community, String jobId) {
        return parts().of(community)
                .list(tx, eq("jobId", jobId), ascending("firstRow"), 0)
                .collect()
                .asList();
    }

    public static Uni<Void> buildIndexes() {
        return parts().createIndex(ascending("communityId", "jobId", "done", "firstRow"))
                .chain(() -> parts().createIndex(ascending("expiresAt")));
    }

    private static TenantCollection.All<BulkPartDocument> parts() {
        return TenantCollection.all(mongoCollection());
    }
}
