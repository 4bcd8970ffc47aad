package dev.regulars.webhook.subscription;

import dev.regulars.webhook.payload.PartnerEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Who wants to be told of what. */
@ApplicationScoped
public class Subscribers {

    /** What a partner subscribes to begins now, give or take how far the clocks of two machines may be apart. */
    private static final Duration CLOCKS_APART = Duration.ofSeconds(1);

    /** An active subscription. */
    public record Subscriber(String id, String communityId, Instant since) {

        public boolean isToldOf(String community, Instant happened) {
            return communityId.equals(community) && !since.isAfter(happened.plus(CLOCKS_APART));
        }
    }

    /** The active subscriptions of some communities to an event. */
    public Uni<List<Subscriber>> of(Set<String> communityIds, PartnerEvent event) {
        return SubscriptionDocument.activeOf(communityIds, event);
    }
}
