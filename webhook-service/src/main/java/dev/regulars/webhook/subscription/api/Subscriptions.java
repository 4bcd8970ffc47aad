package dev.regulars.webhook.subscription.api;

import static dev.regulars.web.refusal.Refusal.orNotFound;

import dev.regulars.crypto.Secrets;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import dev.regulars.webhook.names.NameProjection;
import dev.regulars.webhook.subscription.SubscriptionDocument;
import dev.regulars.webhook.subscription.SubscriptionWrites;
import dev.regulars.webhook.subscription.limit.Slots;
import dev.regulars.webhook.subscription.limit.SubscriptionLimits;
import dev.regulars.webhook.subscription.setting.ChallengeState;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Creates, reads, changes, verifies and deletes subscriptions. */
@ApplicationScoped
class Subscriptions {

    private static final int TRIES = 5;

    private final SubscriptionRules rules;
    private final SubscriptionDrafts drafts;
    private final SubscriptionLimits limits;
    private final NameProjection names;
    private final Outbox outbox;

    Subscriptions(
            SubscriptionRules rules,
            SubscriptionDrafts drafts,
            SubscriptionLimits limits,
            NameProjection names,
            Outbox outbox) {
        this.rules = rules;
        this.drafts = drafts;
        this.limits = limits;
        this.names = names;
        this.outbox = outbox;
    }

    /** Validates the request and generates the secrets before the write. */
    Uni<SubscriptionDraft> draft(NewWebhook request) {
        rules.check(request);
        return Uni.createFrom().item(drafts.of(request));
    }

    /** A free slot that a concurrent request takes first is replaced; inside a transaction the whole call is repeated. */
    Uni<WebhookView> create(Tx tx, SubscriptionDraft draft) {
        return Uni.createFrom()
                .deferred(() -> SubscriptionDocument.takenSlots(tx)
                        .map(taken -> Slots.free(
                                taken, limits.webhooks(), tx.community().id()))
                        .chain(slot -> draft.document().store(tx, slot)))
                .onFailure(SubscriptionDocument::isSlotTaken)
                .retry()
                .atMost(limits.webhooks())
                .map(stored -> WebhookView.of(draft));
    }

    Uni<WebhookView> byId(CommunityId community, String id) {
        return SubscriptionDocument.find(outbox.alone(), community, id)
                .plug(orNotFound("webhook", id))
                .chain(this::view);
    }

    Uni<List<WebhookView>> list(CommunityId community) {
        return SubscriptionDocument.list(outbox.alone(), community).map(found -> found.stream()
                .map(one -> WebhookView.of(one, List.of()))
                .toList());
    }

    /** Reads and replaces until nobody changes it in between. */
    Uni<WebhookView> update(Tx tx, String id, NewWebhook request) {
        rules.check(request);
        return Uni.createFrom()
                .deferred(() -> replace(tx, id, request))
                .onItem()
                .ifNull()
                .failWith(ChangedMeanwhile::new)
                .onFailure(ChangedMeanwhile.class)
                .retry()
                .atMost(TRIES)
                .chain(this::view);
    }

    private Uni<@Nullable SubscriptionDocument> replace(Tx tx, String id, NewWebhook request) {
        return SubscriptionDocument.find(tx, tx.community(), id)
                .plug(orNotFound("webhook", id))
                .invoke(found -> drafts.update(found, request))
                .chain(wanted -> SubscriptionWrites.replace(tx, wanted));
    }

    Uni<WebhookView> pause(Tx tx, String id) {
        return changed(id, SubscriptionWrites.pause(tx, id, drafts.now()));
    }

    Uni<WebhookView> resume(Tx tx, String id) {
        return changed(id, SubscriptionWrites.resume(tx, id, drafts.now()));
    }

    /** The endpoint is challenged at once, unless it is verified. */
    Uni<WebhookView> challenge(Tx tx, String id) {
        var due = ChallengeState.due(Secrets.key(), drafts.now());
        return changed(id, SubscriptionWrites.restartChallenge(tx, id, due, drafts.now()));
    }

    Uni<WebhookView> delete(Tx tx, String id) {
        return SubscriptionWrites.remove(tx, id)
                .plug(orNotFound("webhook", id))
                .map(gone -> WebhookView.of(gone, List.of()));
    }

    private Uni<WebhookView> changed(String id, Uni<@Nullable SubscriptionDocument> change) {
        return change.plug(orNotFound("webhook", id)).chain(this::view);
    }

    /** With the channels and roles of its filters that are gone. */
    private Uni<WebhookView> view(SubscriptionDocument document) {
        List<String> named = Stream.concat(document.filters.channelIds().stream(), document.filters.roles().stream())
                .toList();
        return names.gone(document.communityId, named).map(gone -> WebhookView.of(document, gone));
    }
}
