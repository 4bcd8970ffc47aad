package dev.regulars.webhook.subscription;

import dev.regulars.webhook.payload.PartnerEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Finds the subscriptions that receive an event. */
@ApplicationScoped
public class Subscribers {

    /** Tolerated clock skew between machines: a subscription receives events from its creation on. */
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(1);

    /** An active subscription. */
    public record Subscriber(String id, String communityId, Instant since) {

        public boolean wants(String community, Instant occurredAt) {
            return communityId.equals(community) && !since.isAfter(occurredAt.plus(CLOCK_SKEW));
        }
    }

    /** Active subscriptions of {@code communityIds} to {@code event}. */
    public Uni<List<Subscriber>> find(Set<String> communityIds, PartnerEvent event) {
        return SubscriptionDocument.findSubscribers(communityIds, event);
    }
}
