package dev.regulars.gamification.tier.setting;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import dev.regulars.eventing.DuplicateKey;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import dev.regulars.events.gamification.GamificationEvent.TiersChanged;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** The tiers of a community and how they are shown, under the community's id. */
@MongoEntity(collection = "tierSettings")
public class TierSettingDocument extends ReactivePanacheMongoEntityBase {

    @BsonId
    public String id;

    public CommunityId communityId;
    public boolean enabled;
    public boolean displayLevels;
    public boolean displayTiers;
    public Downgrade downgrade;
    public List<Tier> tiers;
    public Instant createdAt;
    public Instant updatedAt;

    /** Of a community that has not decided. */
    static TierSettingDocument none(CommunityId community, Instant now) {
        var setting = new TierSettingDocument();
        setting.id = community.id();
        setting.communityId = community;
        setting.enabled = true;
        setting.displayLevels = true;
        setting.displayTiers = true;
        setting.downgrade = Downgrade.NEVER;
        setting.tiers = List.of();
        setting.createdAt = now;
        setting.updatedAt = now;
        return setting;
    }

    public static Uni<TierSettingDocument> of(Tx tx, CommunityId community, Instant now) {
        return settings()
                .of(community)
                .find(tx, community.id())
                .map(found -> found == null ? none(community, now) : found);
    }

    /** Stores what this copy was changed to. */
    public Uni<TierSettingDocument> store(Tx tx) {
        return change(tx).onItem().ifNull().switchTo(() -> settings()
                .of(communityId)
                .insert(tx, this, changed())
                .onFailure(DuplicateKey::is)
                .recoverWithUni(() -> change(tx)));
    }

    private Uni<@Nullable TierSettingDocument> change(Tx tx) {
        return settings()
                .of(communityId)
                .change(tx, id)
                .by(combine(
                        set("enabled", enabled),
                        set("displayLevels", displayLevels),
                        set("displayTiers", displayTiers),
                        set("downgrade", downgrade),
                        set("tiers", tiers),
                        set("updatedAt", updatedAt)))
                .emitting(changed());
    }

    private TiersChanged changed() {
        return new TiersChanged(communityId.id(), updatedAt);
    }

    private static TenantCollection.All<TierSettingDocument> settings() {
        return TenantCollection.all(mongoCollection());
    }
}
