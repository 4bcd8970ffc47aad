package dev.regulars.webhook.subscription;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.model.IndexOptions;
import dev.regulars.eventing.DuplicateKey;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import dev.regulars.webhook.encryption.Encryption;
import dev.regulars.webhook.signature.SignatureVersion;
import dev.regulars.webhook.subscription.setting.ChallengeState;
import dev.regulars.webhook.subscription.setting.DeliveryOrder;
import dev.regulars.webhook.subscription.setting.Filters;
import dev.regulars.webhook.subscription.setting.Lease;
import dev.regulars.webhook.subscription.setting.Rest;
import dev.regulars.webhook.subscription.setting.Verification;
import dev.regulars.webhook.subscription.setting.Waits;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** A subscription as MongoDB stores it. Its changes are in the classes {@code …Writes} of this package. */
@MongoEntity(collection = "subscriptions")
public class SubscriptionDocument extends ReactivePanacheMongoEntityBase {

    private static final String SLOTS = "communityId_slot";

    @BsonId
    public String id;

    public String communityId;
    /** One of the numbers that a community has for its webhooks: the limit holds however many are created at once. */
    public int slot;

    public String name;
    public String url;
    public List<String> events;
    public Filters filters;
    public Encryption encryption;
    public List<SignatureVersion> signatures;
    public @Nullable DeliveryOrder order;
    public @Nullable Waits schedule;
    public int maxInFlight;
    public @Nullable Integer ratePerSecond;
    /** Signing secret, encrypted under the master key. */
    public String secret;
    /** The secret before the last rotation; it signs too until {@code previousSecretUntil}. */
    public @Nullable String previousSecret;

    public @Nullable Instant previousSecretUntil;
    public boolean active;
    /** Reason, if a 410 switched it off. */
    public @Nullable String inactiveReason;
    /** Since when deliveries are held. */
    public @Nullable Instant pausedAt;
    /** Raised by every change of the settings above, so that its worker takes them over. */
    public long revision;

    public @Nullable Rest rest;
    public Verification verification;
    public ChallengeState challenge;
    public Lease lease;
    public Instant createdAt;
    public Instant updatedAt;

    public Uni<SubscriptionDocument> store(Tx tx, int slot) {
        this.communityId = tx.community().id();
        this.slot = slot;
        return subscriptions().of(tx.community()).insert(tx, this);
    }

    /** A concurrent request took the slot. */
    public static boolean isSlotTaken(Throwable failure) {
        return DuplicateKey.is(failure, SLOTS);
    }

    public static Uni<List<Integer>> takenSlots(Tx tx) {
        return list(tx, tx.community())
                .map(found -> found.stream().map(one -> one.slot).toList());
    }

    public static Uni<@Nullable SubscriptionDocument> find(Tx tx, CommunityId community, String id) {
        return subscriptions().of(community).find(tx, id);
    }

    /** All of them: a community has few. */
    public static Uni<List<SubscriptionDocument>> list(Tx tx, CommunityId community) {
        return subscriptions()
                .of(community)
                .list(tx, empty(), descending("_id"), 0)
                .collect()
                .asList();
    }

    static Uni<List<SubscriptionDocument>> findActive(Collection<String> communityIds) {
        return subscriptions()
                .ofAllCommunities()
                .find(and(in("communityId", communityIds), eq("active", true), eq("deleted", false)))
                .collect()
                .asList();
    }

    public static Uni<List<SubscriptionDocument>> findAll(Collection<String> ids) {
        return subscriptions().ofAllCommunities().find(in("_id", ids)).collect().asList();
    }

    public static Uni<Void> index() {
        return subscriptions()
                .createIndex(ascending("communityId", "active"))
                .chain(() -> subscriptions().createIndex(ascending("challenge.dueAt"), where("challenge.dueAt")))
                .chain(() -> subscriptions()
                        .createIndex(
                                ascending("communityId", "slot"),
                                where("slot").name(SLOTS).unique(true)));
    }

    private static IndexOptions where(String field) {
        return new IndexOptions().partialFilterExpression(exists(field));
    }

    public boolean isDeliverable() {
        return active && verification == Verification.VERIFIED && pausedAt == null;
    }

    static Bson deliverable() {
        return and(eq("active", true), eq("verification", Verification.VERIFIED), eq("pausedAt", null));
    }

    private static TenantCollection.All<SubscriptionDocument> subscriptions() {
        return TenantCollection.all(mongoCollection());
    }
}
