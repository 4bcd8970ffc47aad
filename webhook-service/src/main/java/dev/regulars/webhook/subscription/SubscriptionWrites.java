package dev.regulars.webhook.subscription;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.webhook.encryption.Encryption;
import dev.regulars.webhook.subscription.setting.ChallengeState;
import dev.regulars.webhook.subscription.setting.Verification;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** What its owner changes in a subscription. */
public final class SubscriptionWrites {

    private SubscriptionWrites() {}

    /** Replaces the settings, if nobody changed them since {@code wanted} was read. */
    public static Uni<@Nullable SubscriptionDocument> replace(Tx tx, SubscriptionDocument wanted) {
        return change(
                tx,
                wanted.id,
                eq("revision", wanted.revision),
                combine(
                        set("name", wanted.name),
                        set("url", wanted.url),
                        set("events", wanted.events),
                        set("filters", wanted.filters),
                        set("encryption", wanted.encryption),
                        set("signatures", wanted.signatures),
                        set("order", wanted.order),
                        set("schedule", wanted.schedule),
                        set("maxInFlight", wanted.maxInFlight),
                        set("ratePerSecond", wanted.ratePerSecond),
                        set("active", wanted.active),
                        orUnset("inactiveReason", wanted.inactiveReason),
                        set("verification", wanted.verification),
                        set("challenge", wanted.challenge),
                        set("updatedAt", wanted.updatedAt)));
    }

    /** Held deliveries keep their place. */
    public static Uni<@Nullable SubscriptionDocument> pause(Tx tx, String id, Instant now) {
        return orAsItIs(
                tx, id, change(tx, id, eq("pausedAt", null), combine(set("pausedAt", now), set("updatedAt", now))));
    }

    public static Uni<@Nullable SubscriptionDocument> resume(Tx tx, String id, Instant now) {
        return orAsItIs(
                tx,
                id,
                change(tx, id, ne("pausedAt", null), combine(unset("pausedAt"), unset("rest"), set("updatedAt", now))));
    }

    public static Uni<@Nullable SubscriptionDocument> rotateSecret(
            Tx tx, SubscriptionDocument before, String secret, Instant previousUntil, Instant now) {
        return change(
                tx,
                before.id,
                eq("secret", before.secret),
                combine(
                        set("previousSecret", before.secret),
                        set("previousSecretUntil", previousUntil),
                        set("secret", secret),
                        set("updatedAt", now)));
    }

    public static Uni<@Nullable SubscriptionDocument> setEncryption(
            Tx tx, SubscriptionDocument before, Encryption encryption, Instant now) {
        return change(
                tx,
                before.id,
                eq("revision", before.revision),
                combine(set("encryption", encryption), set("updatedAt", now)));
    }

    /** Starts a new verification, unless the endpoint is verified. */
    public static Uni<@Nullable SubscriptionDocument> restartChallenge(
            Tx tx, String id, ChallengeState challenge, Instant now) {
        return orAsItIs(
                tx,
                id,
                change(
                        tx,
                        id,
                        ne("verification", Verification.VERIFIED),
                        combine(
                                set("challenge", challenge),
                                set("verification", Verification.PENDING),
                                set("updatedAt", now))));
    }

    /** Removes the document; the dispatcher then drops its open deliveries. */
    public static Uni<@Nullable SubscriptionDocument> remove(Tx tx, String id) {
        return subscriptions().of(tx.community()).change(tx, id).removing();
    }

    private static Uni<@Nullable SubscriptionDocument> change(Tx tx, String id, Bson guard, Bson change) {
        return subscriptions()
                .of(tx.community())
                .change(tx, id)
                .when(and(guard))
                .by(combine(change, inc("revision", 1L)))
                .withoutEvent();
    }

    private static Uni<@Nullable SubscriptionDocument> orAsItIs(
            Tx tx, String id, Uni<@Nullable SubscriptionDocument> changed) {
        return changed.onItem().ifNull().switchTo(() -> SubscriptionDocument.find(tx, tx.community(), id));
    }

    private static Bson orUnset(String field, @Nullable Object value) {
        return value == null ? unset(field) : set(field, value);
    }

    private static TenantCollection.All<SubscriptionDocument> subscriptions() {
        return TenantCollection.all(SubscriptionDocument.mongoCollection());
    }
}
