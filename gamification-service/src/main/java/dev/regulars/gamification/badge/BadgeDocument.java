package dev.regulars.gamification.badge;

import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static java.util.Objects.requireNonNullElse;

import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** A badge of a community; who has it is in the awards. */
@MongoEntity(collection = "badges")
public class BadgeDocument extends ReactivePanacheMongoEntityBase {

    /** A UUID, as the API has it. */
    @BsonId
    public String id;

    public CommunityId communityId;
    public String title;
    public String action;
    public int quantity;
    public @Nullable String image;
    public boolean applied;
    public boolean awarded;
    public String description;
    public @Nullable String darkImage;
    public @Nullable String lightImage;
    public boolean enabledDarkAndLight;
    public int bonusXp;
    public int bonusCoins;
    public boolean attachRequired;
    public Period period;
    public OnRemove onRemove;
    public Instant createdAt;
    public Instant updatedAt;

    void take(BadgeBody body, Instant now) {
        title = body.title();
        action = body.action();
        quantity = requireNonNullElse(body.quantity(), 0);
        image = body.image();
        applied = requireNonNullElse(body.applied(), false);
        awarded = requireNonNullElse(body.awarded(), true);
        description = requireNonNullElse(body.description(), "");
        darkImage = body.darkImage();
        lightImage = body.lightImage();
        enabledDarkAndLight = requireNonNullElse(body.enabledDarkAndLight(), false);
        bonusXp = amount(body.award(), body.awardXpQuantity());
        bonusCoins = amount(body.awardCurrency(), body.awardCurrencyQuantity());
        attachRequired = requireNonNullElse(body.attachRequired(), false);
        period = requireNonNullElse(body.period(), Period.ONCE);
        onRemove = requireNonNullElse(body.onRemove(), OnRemove.KEEP);
        updatedAt = now;
    }

    private static int amount(@Nullable Boolean enabled, @Nullable Integer amount) {
        return requireNonNullElse(enabled, true) ? requireNonNullElse(amount, 0) : 0;
    }

    /** What comes with it, by unit. */
    public Map<String, Long> bonus() {
        Map<String, Long> bonus = new TreeMap<>();
        if (bonusXp > 0) {
            bonus.put("xp", (long) bonusXp);
        }
        if (bonusCoins > 0) {
            bonus.put("coins", (long) bonusCoins);
        }
        return bonus;
    }

    Uni<BadgeDocument> create(Tx tx) {
        return badges().of(communityId).insert(tx, this);
    }

    /** Stores what this copy was changed to; empty where the badge is gone. */
    Uni<@Nullable BadgeDocument> store(Tx tx) {
        return badges().of(communityId)
                .change(tx, id)
                .by(combine(
                        combine(
                                set("title", title),
                                set("action", action),
                                set("quantity", quantity),
                                set("image", image),
                                set("applied", applied),
                                set("awarded", awarded),
                                set("description", description)),
                        combine(
                                set("darkImage", darkImage),
                                set("lightImage", lightImage),
                                set("enabledDarkAndLight", enabledDarkAndLight),
                                set("bonusXp", bonusXp),
                                set("bonusCoins", bonusCoins),
                                set("attachRequired", attachRequired),
                                set("period", period),
                                set("onRemove", onRemove),
                                set("updatedAt", updatedAt))))
                .withoutEvent();
    }

    /** Whoever has it is shown without it. */
    Uni<@Nullable BadgeDocument> remove(Tx tx) {
        return badges().of(communityId).change(tx, id).removing();
    }

    public static Uni<@Nullable BadgeDocument> find(Tx tx, CommunityId community, String id) {
        return badges().of(community).find(tx, id);
    }

    /** The oldest first. */
    static Uni<List<BadgeDocument>> list(Tx tx, CommunityId community) {
        return badges().of(community)
                .list(tx, empty(), ascending("createdAt"), 0)
                .collect()
                .asList();
    }

    public static Uni<List<BadgeDocument>> list(Tx tx, CommunityId community, Collection<String> ids) {
        return badges().of(community)
                .list(tx, in("_id", ids), ascending("createdAt"), 0)
                .collect()
                .asList();
    }

    static Uni<Long> count(Tx tx, CommunityId community) {
        return badges().of(community).count(tx, empty());
    }

    public static Uni<Void> buildIndexes() {
        return badges().createIndex(ascending("communityId", "createdAt"));
    }

    private static TenantCollection.All<BadgeDocument> badges() {
        return TenantCollection.all(mongoCollection());
    }
}
