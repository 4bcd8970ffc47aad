package dev.regulars.webhook.subscription;

import static dev.regulars.webhook.WebhookError.EVENT_UNKNOWN;
import static dev.regulars.webhook.WebhookError.KEY_WITHOUT_MODE;
import static dev.regulars.webhook.WebhookError.URL_NOT_PUBLIC;
import static dev.regulars.webhook.WebhookError.WEBHOOK_NOT_FOUND;

import dev.regulars.eventing.outbox.Tx;
import dev.regulars.webhook.encryption.EncryptionMode;
import dev.regulars.webhook.endpoint.EndpointUrl;
import dev.regulars.webhook.endpoint.WebhookClient;
import dev.regulars.webhook.payload.PartnerEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Creates, reads and deletes subscriptions. */
@ApplicationScoped
class Subscriptions {

    private static final int MAX_LISTED = 200;

    private final WebhookClient client;
    private final SubscriptionDrafts drafts;

    Subscriptions(WebhookClient client, SubscriptionDrafts drafts) {
        this.client = client;
        this.drafts = drafts;
    }

    /** Validates the request and generates the secrets before the write, so that no transaction waits for DNS. */
    Uni<SubscriptionDraft> draft(NewSubscription request, String communityId) {
        if (!PartnerEvent.names().containsAll(request.events())) {
            throw EVENT_UNKNOWN.because("events " + request.events());
        }
        if (request.encryptionOrNone().mode() == EncryptionMode.NONE
                && request.encryptionOrNone().aesKey() != null) {
            throw KEY_WITHOUT_MODE.because("aesKey without an encryption mode");
        }
        return client.isAllowed(EndpointUrl.parse(request.url())).map(allowed -> {
            if (!allowed) {
                throw URL_NOT_PUBLIC.because(request.url());
            }
            return drafts.of(request, communityId);
        });
    }

    Uni<SubscriptionView> create(Tx tx, SubscriptionDraft draft) {
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
        return SubscriptionDocument.list(communityId, MAX_LISTED)
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
