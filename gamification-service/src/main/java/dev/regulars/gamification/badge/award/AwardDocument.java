package dev.regulars.gamification.badge.award;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import dev.regulars.eventing.DuplicateKey;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import dev.regulars.events.gamification.GamificationEvent.BadgeAwarded;
import dev.regulars.events.gamification.GamificationEvent.BadgeRemoved;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** A badge of a member, one per period where it has any. Its id says which, so that two awards at once are one. */
@MongoEntity(collection = "awards")
public class AwardDocument extends ReactivePanacheMongoEntityBase {

    /** {@code communityId:badgeId:accountId:period}. */
    @BsonId
    public String id;

    public CommunityId communityId;
    public String badgeId;
    public String accountId;
    public @Nullable String userId;
    public @Nullable String period;
    public String title;
    /** The cause of the bonus. Another one after a removal that took the bonus back. */
    public String awardId;

    public boolean held;
    public boolean tookBack;
    public Instant awardedAt;

    /** Stores it, unless the member has it or had it. */
    Uni<@Nullable AwardDocument> create(Tx tx, Map<String, Long> bonus) {
        return awards().of(communityId)
                .insert(tx, this, awarded(bonus))
                .onFailure(DuplicateKey::is)
                .recoverWithNull();
    }

    /** Gives it to a member who had it before. A bonus that was kept then is not given again. */
    Uni<@Nullable AwardDocument> giveAgain(Tx tx, Map<String, Long> bonus) {
        return awards().of(communityId)
                .change(tx, id)
                .when(eq("held", false))
                .by(combine(
                        set("held", true), set("awardId", awardId), set("title", title), set("awardedAt", awardedAt)))
                .emitting(awarded(bonus));
    }

    Uni<@Nullable AwardDocument> remove(Tx tx, boolean takeBack, Instant now) {
        return awards().of(communityId)
                .change(tx, id)
                .when(eq("held", true))
                .by(combine(set("held", false), set("tookBack", takeBack)))
                .emitting(new BadgeRemoved(communityId.id(), accountId, awardId, badgeId, takeBack, now));
    }

    private BadgeAwarded awarded(Map<String, Long> bonus) {
        return new BadgeAwarded(communityId.id(), accountId, userId, awardId, badgeId, title, period, bonus, awardedAt);
    }

    static Uni<@Nullable AwardDocument> find(Tx tx, CommunityId community, String id) {
        return awards().of(community).find(tx, id);
    }

    /** What a member has, the oldest first. */
    static Uni<List<AwardDocument>> held(Tx tx, CommunityId community, String accountId) {
        return awards().of(community)
                .list(tx, and(eq("accountId", accountId), eq("held", true)), ascending("awardedAt"), 0)
                .collect()
                .asList();
    }

    public static Uni<Void> buildIndexes() {
        return awards().createIndex(ascending("communityId", "accountId", "awardedAt"));
    }

    private static TenantCollection.All<AwardDocument> awards() {
        return TenantCollection.all(mongoCollection());
    }
}
