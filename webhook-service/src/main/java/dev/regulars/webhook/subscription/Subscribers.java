package dev.regulars.webhook.subscription;

import dev.regulars.webhook.payload.PartnerEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Who wants to be told of what. */
@ApplicationScoped
public class Subscribers {

    /** Ids of the active subscriptions of a community to an event. */
    public Uni<List<String>> of(String communityId, PartnerEvent event) {
        return SubscriptionDocument.idsOf(communityId, event);
    }
}
