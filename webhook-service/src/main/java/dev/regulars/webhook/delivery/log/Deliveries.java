package dev.regulars.webhook.delivery.log;

import static dev.regulars.web.refusal.Refusal.orNotFound;
import static dev.regulars.webhook.WebhookError.BODY_EXPIRED;
import static dev.regulars.webhook.WebhookError.STILL_OPEN;

import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import dev.regulars.web.page.Page;
import dev.regulars.web.page.PageRequest;
import dev.regulars.web.refusal.Refusal;
import dev.regulars.webhook.delivery.DeliveryDocument;
import dev.regulars.webhook.delivery.DeliveryState;
import dev.regulars.webhook.delivery.worker.Dispatcher;
import dev.regulars.webhook.subscription.SubscriptionDocument;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** Reads the log of a webhook and repeats single deliveries. */
@ApplicationScoped
class Deliveries {

    private final Dispatcher dispatcher;
    private final Outbox outbox;
    private final Clock clock;

    Deliveries(Dispatcher dispatcher, Outbox outbox, Clock clock) {
        this.dispatcher = dispatcher;
        this.outbox = outbox;
        this.clock = clock;
    }

    Uni<Page<DeliveryView>> page(CommunityId community, String webhook, LogWrites.Query query, PageRequest page) {
        Tx tx = outbox.alone();
        return subscription(tx, community, webhook)
                .chain(subscription -> LogWrites.page(tx, community, webhook, query, page)
                        .map(found -> found.map(one -> DeliveryView.of(one, subscription))));
    }

    Uni<DeliveryView> byId(CommunityId community, String webhook, String id) {
        Tx tx = outbox.alone();
        return subscription(tx, community, webhook).chain(subscription -> LogWrites.find(tx, community, webhook, id)
                .plug(orNotFound("delivery", id))
                .map(found -> DeliveryView.withLog(found, subscription)));
    }

    Uni<DeliveryView> replay(Tx tx, String webhook, String id) {
        return subscription(tx, tx.community(), webhook)
                .chain(subscription -> LogWrites.reopen(tx, webhook, id, clock.instant())
                        .onItem()
                        .ifNull()
                        .switchTo(() -> LogWrites.find(tx, tx.community(), webhook, id)
                                .plug(orNotFound("delivery", id))
                                .map(found -> {
                                    throw refusal(found);
                                }))
                        .invoke(opened -> dispatcher.wake(List.of(webhook)))
                        .map(opened -> DeliveryView.of(opened, subscription)));
    }

    private static Refusal refusal(DeliveryDocument found) {
        return found.state == DeliveryState.OPEN
                ? STILL_OPEN.because("delivery " + found.id)
                : BODY_EXPIRED.because("delivery " + found.id);
    }

    private static Uni<SubscriptionDocument> subscription(Tx tx, CommunityId community, String id) {
        return SubscriptionDocument.find(tx, community, id).plug(orNotFound("webhook", id));
    }
}
