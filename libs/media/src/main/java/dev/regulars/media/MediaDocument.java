package dev.regulars.media;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.max;
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
import java.util.List;
import org.bson.Document;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** What is known of an image. Its bytes are in the storage, under its id. */
@MongoEntity(collection = "media")
public class MediaDocument extends ReactivePanacheMongoEntityBase {

    static final String STORING = "storing";
    static final String STORED = "stored";
    static final String REMOVED = "removed";

    private static final FindOptions SOME_DUE =
            new FindOptions().sort(ascending("checkAt")).limit(50);

    @BsonId
    public String id;

    public CommunityId communityId;
    public String uploadedBy;
    public String type;
    public long bytes;
    public int width;
    public int height;
    /** Absent where there is no thumbnail. */
    public @Nullable String thumbnailType;

    public boolean restricted;
    public String state;
    public Instant createdAt;
    /** When to look next whether anything names it. */
    public Instant checkAt;

    Uni<MediaDocument> insert(Tx tx) {
        return media().of(communityId).insert(tx, this);
    }

    Uni<@Nullable MediaDocument> stored(Tx tx) {
        return media().of(communityId).change(tx, id).by(set("state", STORED)).withoutEvent();
    }

    /** Finds an image that is about to be named, and keeps the clean-up from it until it is. */
    static Uni<@Nullable MediaDocument> hold(Tx tx, CommunityId community, String id, Instant until) {
        return media().of(community)
                .change(tx, id)
                .when(eq("state", STORED))
                .by(max("checkAt", until))
                .withoutEvent();
    }

    /** For whoever has its address. */
    static Uni<@Nullable MediaDocument> ofAddress(Tx tx, String id) {
        return tx.find(media().ofAllCommunities(), and(eq("_id", id), eq("state", STORED)));
    }

    static Uni<Long> storedBytes(CommunityId community) {
        return media().ofAllCommunities()
                .withDocumentClass(Document.class)
                .aggregate(List.of(
                        Aggregates.match(eq("communityId", community.id())),
                        Aggregates.group(null, Accumulators.sum("bytes", "$bytes"))))
                .collect()
                .first()
                .map(sum -> sum == null ? 0 : sum.get("bytes", Number.class).longValue());
    }

    static Uni<List<MediaDocument>> due(Tx tx, Instant now) {
        return tx.list(media().ofAllCommunities(), lte("checkAt", now), SOME_DUE)
                .collect()
                .asList();
    }

    /** Later, where nobody decided otherwise in between. */
    Uni<Void> checkAgain(Tx tx, Instant at) {
        return media().of(communityId)
                .change(tx, id)
                .when(eq("checkAt", checkAt))
                .by(set("checkAt", at))
                .withoutEvent()
                .replaceWithVoid();
    }

    /** Nobody sees it any more. Nothing where somebody held it in between. */
    Uni<@Nullable MediaDocument> retire(Tx tx) {
        return media().of(communityId)
                .change(tx, id)
                .when(and(eq("checkAt", checkAt), in("state", STORING, STORED, REMOVED)))
                .by(set("state", REMOVED))
                .withoutEvent();
    }

    Uni<Void> remove(Tx tx) {
        return media().of(communityId).change(tx, id).removing().replaceWithVoid();
    }

    static Uni<Void> buildIndexes() {
        return media().createIndex(ascending("checkAt"))
                .chain(() -> media().createIndex(ascending("communityId", "bytes")));
    }

    private static TenantCollection.All<MediaDocument> media() {
        return TenantCollection.all(mongoCollection());
    }
}
