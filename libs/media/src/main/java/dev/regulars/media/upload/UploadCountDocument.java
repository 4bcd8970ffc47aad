package dev.regulars.media.upload;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.setOnInsert;
import static java.time.temporal.ChronoUnit.HOURS;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import dev.regulars.eventing.DuplicateKey;
import dev.regulars.eventing.tenant.TenantCollection;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.bson.codecs.pojo.annotations.BsonId;

/** The uploads of one caller in one hour of the clock, counted for all replicas. */
@MongoEntity(collection = "uploadCounts")
public class UploadCountDocument extends ReactivePanacheMongoEntityBase {

    private static final FindOneAndUpdateOptions UPSERT = new FindOneAndUpdateOptions().upsert(true);

    @BsonId
    public String id;

    public int count;
    public Instant since;

    /** False where the caller had them all: the upsert then meets the full document. */
    public static Uni<Boolean> admit(String callerId, int most, Instant now) {
        Instant hour = now.truncatedTo(HOURS);
        return counts().ofAllCommunities()
                .findOneAndUpdate(
                        and(eq("_id", callerId + "|" + hour.getEpochSecond()), lt("count", most)),
                        combine(inc("count", 1), setOnInsert("since", hour)),
                        UPSERT)
                .replaceWith(true)
                .onFailure(DuplicateKey::is)
                .recoverWithItem(false);
    }

    public static Uni<Void> buildIndexes() {
        return counts().createIndex(ascending("since"), new IndexOptions().expireAfter(2L, TimeUnit.HOURS));
    }

    private static TenantCollection.All<UploadCountDocument> counts() {
        return TenantCollection.all(mongoCollection());
    }
}
