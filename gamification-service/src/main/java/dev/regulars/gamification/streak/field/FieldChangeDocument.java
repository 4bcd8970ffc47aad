package dev.regulars.gamification.streak.field;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Indexes.ascending;

import dev.regulars.eventing.DuplicateKey;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import dev.regulars.gamification.streak.rule.Activity.Amount;
import dev.regulars.gamification.streak.terms.StreakCondition;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;

/** By how much a numeric custom field of a member changed, as an event told. */
@MongoEntity(collection = "fieldChanges")
public class FieldChangeDocument extends ReactivePanacheMongoEntityBase {

    /** Of the event. */
    @BsonId
    public String id;

    public CommunityId communityId;
    public String accountId;
    public String field;
    public long change;
    public Instant happenedAt;
    public Instant at;

    public Amount amount() {
        return new Amount(StreakCondition.fieldCounter(field), happenedAt.truncatedTo(ChronoUnit.MINUTES), at, change);
    }

    Uni<Void> keep(Tx tx) {
        return changes()
                .of(communityId)
                .insert(tx, this)
                .onFailure(DuplicateKey::is)
                .recoverWithNull()
                .replaceWithVoid();
    }

    public static Uni<List<FieldChangeDocument>> since(Tx tx, CommunityId community, String accountId, Instant since) {
        return changes()
                .of(community)
                .list(tx, and(eq("accountId", accountId), gte("happenedAt", since)), ascending("happenedAt"), 0)
                .collect()
                .asList();
    }

    public static Uni<Void> buildIndexes() {
        return changes().createIndex(ascending("communityId", "accountId", "happenedAt"));
    }

    private static TenantCollection.All<FieldChangeDocument> changes() {
        return TenantCollection.all(mongoCollection());
    }
}
