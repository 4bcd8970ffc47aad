package dev.regulars.webhook.subscription;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.webhook.subscription.setting.Rest;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** What the replica that delivers for a subscription writes; it serves all communities. */
public final class LeaseWrites {

    private LeaseWrites() {}

    /** Null while another replica holds the lease or nothing may be delivered. */
    public static Uni<@Nullable SubscriptionDocument> acquire(
            Tx tx, String id, String owner, Instant now, Instant until) {
        return tx.change(
                        ofAllCommunities(),
                        and(eq("_id", id), SubscriptionDocument.deliverable(), lte("lease.until", now)))
                .by(combine(set("lease.owner", owner), set("lease.until", until), inc("lease.fence", 1L)))
                .withoutEvent();
    }

    /** Renews the leases that {@code owner} still holds and returns their subscriptions. */
    public static Uni<List<SubscriptionDocument>> renew(
            Collection<String> ids, String owner, Instant now, Instant until) {
        Bson held = and(
                in("_id", ids), eq("lease.owner", owner), gt("lease.until", now), SubscriptionDocument.deliverable());
        return ofAllCommunities()
                .updateMany(held, set("lease.until", until))
                .chain(() -> ofAllCommunities().find(held).collect().asList());
    }

    public static Uni<Void> release(Collection<String> ids, String owner) {
        return ofAllCommunities()
                .updateMany(and(in("_id", ids), eq("lease.owner", owner)), set("lease.until", Instant.EPOCH))
                .replaceWithVoid();
    }

    /** Holders of older leases cannot. */
    public static Uni<@Nullable SubscriptionDocument> deactivate(
            Tx tx, String id, long fence, String reason, Instant now) {
        return held(tx, id, fence, deactivation(reason, now));
    }

    /** @param rest null: over */
    public static Uni<@Nullable SubscriptionDocument> rest(Tx tx, String id, long fence, @Nullable Rest rest) {
        return held(tx, id, fence, rest == null ? unset("rest") : set("rest", rest));
    }

    private static Uni<@Nullable SubscriptionDocument> held(Tx tx, String id, long fence, Bson change) {
        return tx.change(ofAllCommunities(), and(eq("_id", id), eq("lease.fence", fence)))
                .by(change)
                .withoutEvent();
    }

    static Bson deactivation(String reason, Instant now) {
        return combine(set("active", false), set("inactiveReason", reason), inc("revision", 1L), set("updatedAt", now));
    }

    private static ReactiveMongoCollection<SubscriptionDocument> ofAllCommunities() {
        return subscriptions().ofAllCommunities();
    }

    private static TenantCollection.All<SubscriptionDocument> subscriptions() {
        return TenantCollection.all(SubscriptionDocument.mongoCollection());
    }
}
