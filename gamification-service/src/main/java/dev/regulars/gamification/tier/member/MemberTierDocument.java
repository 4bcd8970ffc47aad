package dev.regulars.gamification.tier.member;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static java.util.Objects.requireNonNullElse;

import dev.regulars.eventing.DuplicateKey;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import dev.regulars.events.gamification.GamificationEvent.TierChanged;
import dev.regulars.gamification.tier.setting.Tier;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** The tier that a member was last told to be in, and the one that an admin gave. */
@MongoEntity(collection = "memberTiers")
public class MemberTierDocument extends ReactivePanacheMongoEntityBase {

    /** {@code communityId:accountId}. */
    @BsonId
    public String id;

    public CommunityId communityId;
    public String accountId;
    public @Nullable Tier tier;
    public @Nullable String granted;
    public @Nullable String reason;

    static MemberTierDocument without(CommunityId community, String accountId) {
        var member = new MemberTierDocument();
        member.id = community + ":" + accountId;
        member.communityId = community;
        member.accountId = accountId;
        return member;
    }

    static Uni<MemberTierDocument> of(Tx tx, CommunityId community, String accountId) {
        return members()
                .of(community)
                .find(tx, community + ":" + accountId)
                .map(found -> requireNonNullElse(found, without(community, accountId)));
    }

    boolean isIn(@Nullable Tier other) {
        return tier == null ? other == null : tier.equals(other);
    }

    /** Tells it, unless somebody else did meanwhile. */
    Uni<Void> moveTo(Tx tx, @Nullable Tier next, Instant now) {
        return ensure(tx)
                .chain(() -> members()
                        .of(communityId)
                        .change(tx, id)
                        .when(tier == null ? eq("tier", null) : eq("tier._id", tier._id()))
                        .by(set("tier", next))
                        .emitting(changed(next, now)))
                .replaceWithVoid();
    }

    public Uni<Void> grant(Tx tx, String tierId, String why) {
        return ensure(tx)
                .chain(() -> members()
                        .of(communityId)
                        .change(tx, id)
                        .by(combine(set("granted", tierId), set("reason", why)))
                        .withoutEvent())
                .replaceWithVoid();
    }

    private Uni<Void> ensure(Tx tx) {
        return members()
                .of(communityId)
                .find(tx, id)
                .chain(found -> found != null
                        ? Uni.createFrom().voidItem()
                        : members()
                                .of(communityId)
                                .insert(tx, without(communityId, accountId))
                                .onFailure(DuplicateKey::is)
                                .recoverWithNull()
                                .replaceWithVoid());
    }

    private TierChanged changed(@Nullable Tier next, Instant now) {
        return new TierChanged(
                communityId.id(),
                accountId,
                next == null ? null : next._id(),
                next == null ? null : next.name(),
                next == null ? 0 : next.level(),
                next == null ? null : next.roleId(),
                tier == null ? null : tier.name(),
                tier == null ? 0 : tier.level(),
                tier == null ? null : tier.roleId(),
                now);
    }

    private static TenantCollection.All<MemberTierDocument> members() {
        return TenantCollection.all(mongoCollection());
    }
}
