package dev.regulars.webhook.subscription;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.model.IndexOptions;
import dev.regulars.eventing.DuplicateKey;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import dev.regulars.webhook.encryption.Encryption;
import dev.regulars.webhook.subscription.Subscribers.Subscriber;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** A subscription as MongoDB stores it. Every change is one atomic write in this class. */
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
    public Encryption encryption;
    /** Signing secret, encrypted under the master key. */
    public String secret;

    public boolean active;
    /** Reason, if a 410 switched it off. */
    public String inactiveReason;

    public Verification verification;
    public ChallengeState challenge;
    public Lease lease;
    public Instant createdAt;
    public Instant updatedAt;

    Uni<SubscriptionDocument> store(Tx tx, int slot) {
        this.communityId = tx.community().id();
        this.slot = slot;
        return subscriptions().of(tx.community()).insert(tx, this);
    }

    /** A concurrent request took the slot. */
    static boolean isSlotTaken(Throwable failure) {
        return DuplicateKey.is(failure, SLOTS);
    }

    static Uni<List<Integer>> takenSlots(Tx tx) {
        return list(tx, tx.community())
                .map(found -> found.stream().map(one -> one.slot).toList());
    }

    static Uni<@Nullable SubscriptionDocument> find(Tx tx, CommunityId community, String id) {
        return subscriptions().of(community).find(tx, id);
    }

    /** All of them: a community has few. */
    static Uni<List<SubscriptionDocument>> list(Tx tx, CommunityId community) {
        return subscriptions()
                .of(community)
                .list(tx, empty(), descending("_id"), 0)
                .collect()
                .asList();
    }

    /** Removes the document; the dispatcher then drops its open deliveries. */
    static Uni<@Nullable SubscriptionDocument> remove(Tx tx, String id) {
        return subscriptions().of(tx.community()).change(tx, id).removing();
    }

    static Uni<List<Subscriber>> findSubscribers(Collection<String> communityIds) {
        return ofAllCommunities()
                .find(and(in("communityId", communityIds), eq("active", true)))
                .map(found -> new Subscriber(found.id, found.communityId, found.events, found.createdAt))
                .collect()
                .asList();
    }

    public static Uni<List<SubscriptionDocument>> findAll(Collection<String> ids) {
        return ofAllCommunities().find(in("_id", ids)).collect().asList();
    }

    /** Null while another replica holds the lease or nothing may be delivered. */
    public static Uni<@Nullable SubscriptionDocument> acquireLease(
            Tx tx, String id, String owner, Instant now, Instant until) {
        return tx.change(ofAllCommunities(), and(eq("_id", id), deliverable(), lte("lease.until", now)))
                .by(combine(set("lease.owner", owner), set("lease.until", until), inc("lease.fence", 1L)))
                .withoutEvent();
    }

    /** Renews the leases that {@code owner} still holds and returns their ids. */
    public static Uni<List<String>> renewLeases(Collection<String> ids, String owner, Instant now, Instant until) {
        Bson held = and(in("_id", ids), eq("lease.owner", owner), gt("lease.until", now), deliverable());
        return ofAllCommunities().updateMany(held, set("lease.until", until)).chain(() -> ofAllCommunities()
                .find(held)
                .map(found -> found.id)
                .collect()
                .asList());
    }

    public static Uni<Void> releaseLeases(Collection<String> ids, String owner) {
        return ofAllCommunities()
                .updateMany(and(in("_id", ids), eq("lease.owner", owner)), set("lease.until", Instant.EPOCH))
                .replaceWithVoid();
    }

    public static Uni<@Nullable SubscriptionDocument> deactivate(
            Tx tx, String id, long fence, String reason, Instant now) {
        return tx.change(ofAllCommunities(), and(eq("_id", id), eq("lease.fence", fence)))
                .by(deactivation(reason, now))
                .withoutEvent();
    }

    private static Bson deactivation(String reason, Instant now) {
        return combine(set("active", false), set("inactiveReason", reason), set("updatedAt", now));
    }

    /** Claims any due challenge; without a recorded outcome it is due again at {@code until}. */
    public static Uni<@Nullable SubscriptionDocument> claimChallenge(
            Tx tx, Collection<String> exceptCommunities, Instant now, Instant until) {
        return tx.change(ofAllCommunities(), and(lte("challenge.dueAt", now), nin("communityId", exceptCommunities)))
                .by(combine(set("challenge.dueAt", until), inc("challenge.attempts", 1)))
                .withoutEvent();
    }

    /** Has an effect for the latest attempt only. */
    public static Uni<@Nullable SubscriptionDocument> recordChallenge(
            Tx tx,
            String id,
            String text,
            int attempt,
            Verification outcome,
            @Nullable String error,
            @Nullable Instant next,
            Instant now) {
        return tx.change(ofAllCommunities(), and(eq("_id", id), eq("challenge.text", text)))
                .when(and(eq("verification", Verification.PENDING), eq("challenge.attempts", attempt)))
                .by(combine(
                        set("verification", outcome),
                        error == null ? unset("challenge.error") : set("challenge.error", error),
                        next == null ? unset("challenge.dueAt") : set("challenge.dueAt", next),
                        set("updatedAt", now)))
                .withoutEvent();
    }

    /** Switches off what its owner had not switched off already. */
    public static Uni<@Nullable SubscriptionDocument> deactivateByChallenge(
            Tx tx, String id, String text, String reason, Instant now) {
        return tx.change(ofAllCommunities(), and(eq("_id", id), eq("challenge.text", text)))
                .when(eq("active", true))
                .by(deactivation(reason, now))
                .withoutEvent();
    }

    /**
     * Starts a new verification, unless the endpoint is verified and in use. What a 410 switched off is switched on again, as
     * the owner asks for it.
     */
    static Uni<@Nullable SubscriptionDocument> restartChallenge(
            Tx tx, String id, ChallengeState challenge, Instant now) {
        var mine = subscriptions().of(tx.community());
        Bson restart =
                combine(set("challenge", challenge), set("verification", Verification.PENDING), set("updatedAt", now));
        return mine.change(tx, id)
                .when(exists("inactiveReason"))
                .by(combine(restart, set("active", true), unset("inactiveReason")))
                .withoutEvent()
                .onItem()
                .ifNull()
                .switchTo(() -> mine.change(tx, id)
                        .when(ne("verification", Verification.VERIFIED))
                        .by(restart)
                        .withoutEvent())
                .onItem()
                .ifNull()
                .switchTo(() -> mine.find(tx, id));
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
        return active && verification == Verification.VERIFIED;
    }

    private static Bson deliverable() {
        return and(eq("active", true), eq("verification", Verification.VERIFIED));
    }

    /** Leases and challenges are taken by workers, which serve all communities. */
    private static ReactiveMongoCollection<SubscriptionDocument> ofAllCommunities() {
        return subscriptions().ofAllCommunities();
    }

    private static TenantCollection.All<SubscriptionDocument> subscriptions() {
        return TenantCollection.all(mongoCollection());
    }
}
