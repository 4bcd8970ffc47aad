package dev.regulars.webhook.delivery.log;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Sorts.descending;

import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import dev.regulars.web.page.Page;
import dev.regulars.web.page.PageRequest;
import dev.regulars.webhook.delivery.DeliveryDocument;
import dev.regulars.webhook.delivery.DeliveryState;
import dev.regulars.webhook.delivery.DeliveryWrites;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** What owners read of deliveries, and the repeat of a single one. */
final class LogWrites {

    /** What to look for; null: whatever. */
    record Query(
            @Nullable DeliveryState state,
            @Nullable String event,
            @Nullable Instant from,
            @Nullable Instant to) {}

    private static Bson which(String subscriptionId, Query query) {
        List<Bson> all = new ArrayList<>();
        all.add(eq("subscriptionId", subscriptionId));
        if (query.state() != null) {
            all.add(eq("state", query.state()));
        }
        if (query.event() != null) {
            all.add(eq("event", query.event()));
        }
        if (query.from() != null) {
            all.add(gte("createdAt", query.from()));
        }
        if (query.to() != null) {
            all.add(lt("createdAt", query.to()));
        }
        return and(all);
    }

    private LogWrites() {}

    /** Newest first. */
    static Uni<Page<DeliveryDocument>> page(
            Tx tx, CommunityId community, String subscriptionId, Query query, PageRequest page) {
        return deliveries().of(community).page(tx, which(subscriptionId, query), descending("createdAt"), page);
    }

    static Uni<@Nullable DeliveryDocument> find(Tx tx, CommunityId community, String subscriptionId, String id) {
        return deliveries().of(community).find(tx, and(eq("_id", id), eq("subscriptionId", subscriptionId)));
    }

    /** Null if it is open, or its body is no longer kept. */
    static Uni<@Nullable DeliveryDocument> reopen(Tx tx, String subscriptionId, String id, Instant now) {
        return deliveries()
                .of(tx.community())
                .change(tx, and(eq("_id", id), eq("subscriptionId", subscriptionId)))
                .when(and(ne("state", DeliveryState.OPEN), exists("body")))
                .by(DeliveryWrites.reopening(now))
                .withoutEvent();
    }

    private static TenantCollection.All<DeliveryDocument> deliveries() {
        return TenantCollection.all(DeliveryDocument.mongoCollection());
    }
}
