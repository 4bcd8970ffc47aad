package dev.regulars.gamification.referral;

import static com.mongodb.client.model.Accumulators.sum;
import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import dev.regulars.events.gamification.GamificationEvent.ReferralAttributed;
import dev.regulars.web.page.Page;
import dev.regulars.web.page.PageRequest;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.bson.Document;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * Who brought a member: said once, by its id. How far the member came follows from the ledger, and is written here so that summaries
 * need not read it.
 */
@MongoEntity(collection = "referrals")
public class ReferralDocument extends ReactivePanacheMongoEntityBase {

    /** {@code communityId:accountId} of the member who was brought. */
    @BsonId
    public String id;

    public CommunityId communityId;
    public String accountId;
    public String referrerId;
    public Instant attributedAt;
    /** {@code programId.stageId} of each completed stage. */
    public List<String> stages;
    /** What the referrer got for it. */
    public long coins;

    public long xp;
    public boolean completed;

    /** What came of all whom a member brought. */
    public record Totals(long referrals, long completed, long coins, long xp) {

        static final Totals NONE = new Totals(0, 0, 0, 0);
    }

    /** Fails with a duplicate key where somebody brought the member before. */
    static Uni<ReferralDocument> attribute(
            Tx tx, CommunityId community, String accountId, String referrerId, Instant now) {
        var referral = new ReferralDocument();
        referral.id = community + ":" + accountId;
        referral.communityId = community;
        referral.accountId = accountId;
        referral.referrerId = referrerId;
        referral.attributedAt = now;
        referral.stages = List.of();
        return referrals()
                .of(community)
                .insert(tx, referral, new ReferralAttributed(community.id(), accountId, referrerId, now));
    }

    /** Empty where nobody brought the member. */
    static Uni<@Nullable ReferralDocument> find(Tx tx, CommunityId community, String accountId) {
        return referrals().of(community).find(tx, community + ":" + accountId);
    }

    /** Of those of the members whom somebody brought. */
    static Multi<ReferralDocument> among(Tx tx, CommunityId community, Collection<String> accountIds) {
        List<String> ids = accountIds.stream().map(one -> community + ":" + one).toList();
        return referrals().of(community).list(tx, in("_id", ids), ascending("_id"), 0);
    }

    Uni<Void> store(Tx tx) {
        return referrals()
                .of(communityId)
                .change(tx, id)
                .by(combine(set("stages", stages), set("coins", coins), set("xp", xp), set("completed", completed)))
                .withoutEvent()
                .replaceWithVoid();
    }

    static Multi<ReferralDocument> list(Tx tx, CommunityId community) {
        return referrals().of(community).list(tx, empty(), ascending("_id"), 0);
    }

    /** Those whom a member brought, the newest first. */
    static Uni<Page<ReferralDocument>> page(Tx tx, CommunityId community, String referrerId, PageRequest page) {
        return referrals().of(community).page(tx, eq("referrerId", referrerId), descending("attributedAt"), page);
    }

    static Uni<Totals> totals(Tx tx, CommunityId community, String referrerId) {
        var isCompleted = new Document("$cond", List.of("$completed", 1L, 0L));
        return referrals()
                .of(community)
                .aggregate(
                        tx,
                        List.of(
                                match(eq("referrerId", referrerId)),
                                group(
                                        null,
                                        sum("referrals", 1L),
                                        sum("completed", isCompleted),
                                        sum("coins", "$coins"),
                                        sum("xp", "$xp"))),
                        Totals.class)
                .collect()
                .first()
                .onItem()
                .ifNull()
                .continueWith(Totals.NONE);
    }

    public static Uni<Void> buildIndexes() {
        return referrals()
                .createIndex(compoundIndex(ascending("communityId", "referrerId"), descending("attributedAt")));
    }

    private static TenantCollection.All<ReferralDocument> referrals() {
        return TenantCollection.all(mongoCollection());
    }
}
