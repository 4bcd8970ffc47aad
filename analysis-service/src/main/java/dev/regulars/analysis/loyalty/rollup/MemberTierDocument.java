package dev.regulars.analysis.loyalty.rollup;

import static com.mongodb.client.model.Accumulators.sum;
import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Aggregates.sort;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import dev.regulars.eventing.DuplicateKey;
import dev.regulars.eventing.Version;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.bson.Document;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Whether somebody is a member and in which tier, each as of a version of its source. */
@MongoEntity(collection = "memberTiers")
public class MemberTierDocument extends ReactivePanacheMongoEntityBase {

    /** How many members are in a tier; without one at level 0. */
    public record TierCount(int level, @Nullable String tier, long members) {}

    @BsonId
    public String id;

    public CommunityId communityId;
    public boolean member;
    public int level;
    public @Nullable String tier;
    public @Nullable Version membershipSource;
    public @Nullable Version tierSource;

    static Uni<Void> membership(Tx tx, CommunityId community, String accountId, boolean member, Version source) {
        return keep(tx, community, accountId, "membershipSource", source, set("member", member));
    }

    static Uni<Void> tier(
            Tx tx, CommunityId community, String accountId, int level, @Nullable String tier, Version source) {
        return keep(tx, community, accountId, "tierSource", source, combine(set("level", level), set("tier", tier)));
    }

    private static Uni<Void> keep(
            Tx tx, CommunityId community, String accountId, String sourceField, Version source, Bson change) {
        var fresh = new MemberTierDocument();
        fresh.id = community + ":" + accountId;
        fresh.communityId = community;
        return members()
                .of(community)
                .insert(tx, fresh)
                .replaceWithVoid()
                .onFailure(DuplicateKey::is)
                .recoverWithNull()
                .chain(() -> members()
                        .of(community)
                        .change(tx, fresh.id)
                        .when(source.newerThan(sourceField))
                        .by(combine(change, set(sourceField, source)))
                        .withoutEvent())
                .replaceWithVoid();
    }

    /** The lowest first. */
    public static Uni<List<TierCount>> distribution(Tx tx) {
        List<Bson> pipeline = List.of(
                match(eq("member", true)),
                group(new Document("level", "$level").append("tier", "$tier"), sum("members", 1)),
                sort(ascending("_id.level", "_id.tier")));
        return members()
                .of(tx.community())
                .aggregate(tx, pipeline, Document.class)
                .map(found -> {
                    Document key = found.get("_id", Document.class);
                    return new TierCount(
                            key.getInteger("level"),
                            key.getString("tier"),
                            found.get("members", Number.class).longValue());
                })
                .collect()
                .asList();
    }

    public static Uni<Void> buildIndexes() {
        return members().createIndex(ascending("communityId", "member", "level", "tier", "deleted"));
    }

    private static TenantCollection.All<MemberTierDocument> members() {
        return TenantCollection.all(mongoCollection());
    }
}
