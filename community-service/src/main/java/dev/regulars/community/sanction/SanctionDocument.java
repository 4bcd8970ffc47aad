package dev.regulars.community.sanction;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import dev.regulars.eventing.Version;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import dev.regulars.events.community.CommunityEvent.SanctionImposed;
import dev.regulars.events.community.CommunityEvent.SanctionLifted;
import dev.regulars.web.page.Page;
import dev.regulars.web.page.PageRequest;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** A sanction, kept for ever. What it does to the member stands in the membership. */
@MongoEntity(collection = "sanctions")
public class SanctionDocument extends ReactivePanacheMongoEntityBase {

    @BsonId
    public String id;

    public CommunityId communityId;
    public String accountId;
    public String userId;
    public SanctionKind kind;
    public String reason;
    public String actor;
    public Instant createdAt;
    public @Nullable Instant expiresAt;
    public @Nullable Instant liftedAt;
    public @Nullable String liftReason;
    /** Kept by the outbox; read here only. */
    public Version version;

    Uni<SanctionDocument> impose(Tx tx) {
        return sanctions()
                .of(communityId)
                .insert(tx, this, new SanctionImposed(communityId.id(), id, accountId, kind.name(), expiresAt));
    }

    /** Empty where it was lifted before. */
    Uni<@Nullable SanctionDocument> lift(Tx tx, String reason, Instant now) {
        return sanctions()
                .of(communityId)
                .change(tx, id)
                .when(exists("liftedAt", false))
                .by(combine(set("liftedAt", now), set("liftReason", reason)))
                .emitting(new SanctionLifted(communityId.id(), id, accountId, kind.name()));
    }

    static Uni<SanctionDocument> get(Tx tx, String id) {
        return sanctions().in(tx).get(id);
    }

    /** Those of one member that were not lifted; some may have expired. */
    static Uni<List<SanctionDocument>> standing(Tx tx, String accountId) {
        return sanctions().in(tx).list(and(eq("accountId", accountId), exists("liftedAt", false)), ascending("_id"));
    }

    /** The newest first. */
    static Uni<Page<SanctionDocument>> page(Tx tx, PageRequest page) {
        return sanctions().in(tx).page(empty(), descending("createdAt", "_id"), page);
    }

    public static Uni<Void> buildIndexes() {
        return sanctions()
                .createIndex(compoundIndex(ascending("communityId"), descending("createdAt", "_id")))
                .chain(() -> sanctions().createIndex(ascending("communityId", "accountId")));
    }

    private static TenantCollection.All<SanctionDocument> sanctions() {
        return TenantCollection.all(mongoCollection());
    }
}
