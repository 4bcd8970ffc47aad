package dev.regulars.webhook.subscription;

import static dev.regulars.webhook.WebhookError.EVENT_UNKNOWN;
import static dev.regulars.webhook.WebhookError.KEY_WITHOUT_MODE;
import static dev.regulars.webhook.WebhookError.URL_NOT_PUBLIC;
import static dev.regulars.webhook.WebhookError.WEBHOOK_NOT_FOUND;

import dev.regulars.eventing.outbox.Tx;
import dev.regulars.webhook.envelope.Mode;
import dev.regulars.webhook.payload.PartnerEvent;
import dev.regulars.webhook.receiver.Receivers;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What a community can do with its subscriptions. */
@ApplicationScoped
class Subscriptions {

    private static final int MOST_SHOWN = 200;

    private final Receivers receivers;
    private final Drafts drafts;

    Subscriptions(Receivers receivers, Drafts drafts) {
        this.receivers = receivers;
        this.drafts = drafts;
    }

    /** All that is to be checked and made before the write, so that no transaction waits for a name server. */
    Uni<Draft> draft(NewSubscription wish, String communityId) {
        if (!PartnerEvent.names().containsAll(wish.events())) {
            throw EVENT_UNKNOWN.because("events " + wish.events());
        }
        if (wish.secrecy().mode() == Mode.NONE && wish.secrecy().aesKey() != null) {
            throw KEY_WITHOUT_MODE.because("a key for nothing");
        }
        return receivers.mayBeCalled(ReceiverUrl.parse(wish.url())).map(may -> {
            if (!may) {
                throw URL_NOT_PUBLIC.because(wish.url());
            }
            return drafts.of(wish, communityId);
        });
    }

    Uni<SubscriptionView> create(Tx tx, Draft draft) {
        return draft.document().store(tx).map(stored -> SubscriptionView.of(draft));
    }

    Uni<SubscriptionView> byId(Tx tx, String communityId, String id) {
        return SubscriptionDocument.find(tx, communityId, id)
                .onItem()
                .ifNull()
                .failWith(() -> WEBHOOK_NOT_FOUND.because("No webhook " + id))
                .map(SubscriptionView::of);
    }

    Uni<List<SubscriptionView>> list(String communityId) {
        return SubscriptionDocument.newest(communityId, MOST_SHOWN)
                .map(found -> found.stream().map(SubscriptionView::of).toList());
    }

    Uni<SubscriptionView> delete(Tx tx, String communityId, String id) {
        return SubscriptionDocument.remove(tx, communityId, id)
                .onItem()
                .ifNull()
                .failWith(() -> WEBHOOK_NOT_FOUND.because("No webhook " + id))
                .map(SubscriptionView::of);
    }
}
