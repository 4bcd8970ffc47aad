package dev.regulars.webhook.subscription;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.webhook.subscription.setting.Verification;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** What the worker writes that verifies the endpoints of all communities. */
public final class ChallengeWrites {

    private ChallengeWrites() {}

    /** Claims any due challenge; without a recorded outcome it is due again at {@code until}. */
    public static Uni<@Nullable SubscriptionDocument> claim(
            Tx tx, Collection<String> exceptCommunities, Instant now, Instant until) {
        return tx.change(ofAllCommunities(), and(lte("challenge.dueAt", now), nin("communityId", exceptCommunities)))
                .by(combine(set("challenge.dueAt", until), inc("challenge.attempts", 1)))
                .withoutEvent();
    }

    /** Has an effect for the latest attempt only. */
    public static Uni<@Nullable SubscriptionDocument> record(
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
    public static Uni<@Nullable SubscriptionDocument> deactivate(
            Tx tx, String id, String text, String reason, Instant now) {
        return tx.change(ofAllCommunities(), and(eq("_id", id), eq("challenge.text", text)))
                .when(eq("active", true))
                .by(LeaseWrites.deactivation(reason, now))
                .withoutEvent();
    }

    private static ReactiveMongoCollection<SubscriptionDocument> ofAllCommunities() {
        return subscriptions().ofAllCommunities();
    }

    private static TenantCollection.All<SubscriptionDocument> subscriptions() {
        return TenantCollection.all(SubscriptionDocument.mongoCollection());
    }
}
