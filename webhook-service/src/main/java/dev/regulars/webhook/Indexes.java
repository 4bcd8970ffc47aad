package dev.regulars.webhook;

import dev.regulars.eventing.Indexed;
import dev.regulars.webhook.delivery.DeliveryDocument;
import dev.regulars.webhook.incoming.call.ReceiptDocument;
import dev.regulars.webhook.incoming.hook.IncomingHookDocument;
import dev.regulars.webhook.replay.ReplayDocument;
import dev.regulars.webhook.subscription.SubscriptionDocument;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Every index of this service. */
@ApplicationScoped
class Indexes implements Indexed {

    @Override
    public Uni<Void> build() {
        return SubscriptionDocument.index()
                .chain(DeliveryDocument::index)
                .chain(ReplayDocument::index)
                .chain(IncomingHookDocument::index)
                .chain(ReceiptDocument::index);
    }
}
