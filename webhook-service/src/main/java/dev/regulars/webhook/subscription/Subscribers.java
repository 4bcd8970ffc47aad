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
    public record Subscriber(String id, String communityId, List<String> events, Instant since) {

        public boolean wants(PartnerEvent event, String community, Instant occurredAt) {
            return communityId.equals(community)
                    && events.contains(event.wire())
                    && !since.isAfter(occurredAt.plus(CLOCK_SKEW));
        }
    }

    /** Active subscriptions of {@code communityIds}, to whatever events. */
    public Uni<List<Subscriber>> find(Set<String> communityIds) {
        return SubscriptionDocument.findSubscribers(communityIds);
    }
}
