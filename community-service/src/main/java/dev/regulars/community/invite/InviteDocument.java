package dev.regulars.community.invite;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.expr;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;
import static com.mongodb.client.model.Updates.inc;

import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import dev.regulars.web.page.Page;
import dev.regulars.web.page.PageRequest;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** An invite; its code is its id. How often it was used is counted here, in the transaction of the join. */
@MongoEntity(collection = "invites")
public class InviteDocument extends ReactivePanacheMongoEntityBase {

    @BsonId
    public String id;

    public CommunityId communityId;
    public int uses;
    public @Nullable Integer maxUses;
    public @Nullable Instant expiresAt;
    public List<String> roleIds;
    public String createdBy;
    public Instant createdAt;

    Uni<InviteDocument> create(Tx tx) {
        return invites().of(communityId).insert(tx, this);
    }

    /** Counts one more use; empty where the invite is used up, expired or gone. */
    Uni<@Nullable InviteDocument> use(Tx tx, Instant now) {
        Bson left = or(
                exists("maxUses", false),
                eq("maxUses", null),
                expr(new org.bson.Document("$lt", List.of("$uses", "$maxUses"))));
        Bson valid = or(exists("expiresAt", false), eq("expiresAt", null), gt("expiresAt", now));
        return invites()
                .of(communityId)
                .change(tx, id)
                .when(and(left, valid))
                .by(inc("uses", 1))
                .withoutEvent();
    }

    static Uni<@Nullable InviteDocument> remove(Tx tx, String code) {
        return invites().in(tx).change(code).removing();
    }

    /** The holder of a code knows no community yet: the code says which one. */
    static Uni<@Nullable InviteDocument> find(Tx tx, String code) {
        return tx.find(invites().ofAllCommunities(), eq("_id", code));
    }

    /** The newest first. */
    static Uni<Page<InviteDocument>> page(Tx tx, PageRequest page) {
        return invites().in(tx).page(empty(), descending("createdAt", "_id"), page);
    }

    public static Uni<Void> buildIndexes() {
        return invites().createIndex(compoundIndex(ascending("communityId"), descending("createdAt", "_id")));
    }

    private static TenantCollection.All<InviteDocument> invites() {
        return TenantCollection.all(mongoCollection());
    }
}
