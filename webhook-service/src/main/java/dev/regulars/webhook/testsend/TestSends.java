package dev.regulars.webhook.testsend;

import static dev.regulars.webhook.WebhookError.NOT_VERIFIED;

import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.events.CommunityId;
import dev.regulars.webhook.delivery.log.AttemptView;
import dev.regulars.webhook.delivery.worker.DeliverySender;
import dev.regulars.webhook.lease.Leases;
import dev.regulars.webhook.payload.catalogue.Catalogue;
import dev.regulars.webhook.subscription.SubscriptionDocument;
import dev.regulars.webhook.subscription.setting.Verification;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sends samples as deliveries are sent, but for the log, the retries and the lease. */
@ApplicationScoped
class TestSends {

    private final Leases leases;
    private final DeliverySender sender;
    private final Catalogue catalogue;
    private final Outbox outbox;

    TestSends(Leases leases, DeliverySender sender, Catalogue catalogue, Outbox outbox) {
        this.leases = leases;
        this.sender = sender;
        this.catalogue = catalogue;
        this.outbox = outbox;
    }

    /** Null without the webhook. */
    Uni<@Nullable AttemptView> send(CommunityId community, String id, String event) {
        return SubscriptionDocument.find(outbox.alone(), community, id)
                .onItem()
                .ifNotNull()
                .transformToUni(found -> send(found, event));
    }

    private Uni<AttemptView> send(SubscriptionDocument found, String event) {
        if (found.verification != Verification.VERIFIED) {
            throw NOT_VERIFIED.because("webhook " + found.id);
        }
        String messageId = "test-" + UUID.randomUUID() + ":" + found.id;
        return leases.opened(found)
                .chain(opened -> sender.exchange(opened, messageId, catalogue.sampleOf(event)))
                .map(exchange -> AttemptView.of(exchange.log()));
    }
}
