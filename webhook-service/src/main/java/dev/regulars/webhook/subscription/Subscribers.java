package dev.regulars.webhook.subscription;

import dev.regulars.webhook.payload.PartnerEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Who wants to be told of what. */
@ApplicationScoped
public class Subscribers {

    /** What a partner subscribes to begins now, give or take how far the clocks of two machines may be apart. */
    private static final Duration CLOCKS_APART = Duration.ofSeconds(1);

    /** Ids of the active subscriptions of a community to an event, but for those made after it happened. */
    public Uni<List<String>> of(String communityId, PartnerEvent event, Instant happened) {
        return SubscriptionDocument.idsOf(communityId, event, happened.plus(CLOCKS_APART));
    }
}
