package dev.regulars.webhook.subscription;

import static dev.regulars.webhook.WebhookError.EVENT_UNKNOWN;
import static dev.regulars.webhook.WebhookError.KEY_WITHOUT_MODE;
import static dev.regulars.webhook.WebhookError.URL_MALFORMED;
import static dev.regulars.webhook.WebhookError.WEBHOOK_NOT_FOUND;

import dev.regulars.crypto.Secrets;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.web.refusal.Refusal;
import dev.regulars.webhook.encryption.EncryptionMode;
import dev.regulars.webhook.endpoint.EndpointPolicy;
import dev.regulars.webhook.endpoint.EndpointUrl;
import dev.regulars.webhook.payload.PartnerEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** Creates, reads, verifies and deletes subscriptions. */
@ApplicationScoped
public class Subscriptions {

    private static final int MAX_LISTED = 200;

    private final EndpointPolicy policy;
    private final SubscriptionDrafts drafts;
    private final SubscriptionLimits limits;
    private final Clock clock;

    Subscriptions(EndpointPolicy policy, SubscriptionDrafts drafts, SubscriptionLimits limits, Clock clock) {
        this.policy = policy;
        this.drafts = drafts;
        this.limits = limits;
        this.clock = clock;
    }

    /** Validates the request and generates the secrets before the write. */
    SubscriptionDraft draft(NewSubscription request, String communityId) {
        if (!PartnerEvent.names().containsAll(request.events())) {
            throw EVENT_UNKNOWN.because("events " + request.events());
        }
        if (request.encryptionOrNone().mode() == EncryptionMode.NONE
                && request.encryptionOrNone().aesKey() != null) {
            throw KEY_WITHOUT_MODE.because("aesKey without an encryption mode");
        }
        requireAllowed(request.url());
        return drafts.of(request, communityId);
    }

    private void requireAllowed(String text) {
        EndpointUrl url = EndpointUrl.parse(text);
        if (url == null) {
            throw URL_MALFORMED.because("malformed url");
        }
        String violation = policy.violation(url);
        if (violation != null) {
            throw Refusal.invalid("url", violation);
        }
    }

    /** A free slot that a concurrent request takes first is replaced; inside a transaction the whole call is repeated. */
    Uni<SubscriptionView> create(Tx tx, SubscriptionDraft draft) {
        return Uni.createFrom()
                .deferred(() -> freeSlot(draft.document().communityId)
                        .chain(slot -> draft.document().store(tx, slot)))
                .onFailure(SubscriptionDocument::isSlotTaken)
                .retry()
                .atMost(limits.webhooks())
                .map(stored -> SubscriptionView.of(draft));
    }

    /** At random, so that concurrent requests seldom choose the same. */
    private Uni<Integer> freeSlot(String communityId) {
        return SubscriptionDocument.takenSlots(communityId).map(taken -> {
            if (taken.size() >= limits.webhooks()) {
                throw new LimitReached(limits.webhooks()).because("community " + communityId);
            }
            int[] free = IntStream.range(0, limits.webhooks())
                    .filter(slot -> !taken.contains(slot))
                    .toArray();
            return free[ThreadLocalRandom.current().nextInt(free.length)];
        });
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

    /** The endpoint is challenged at once, unless it is verified. */
    Uni<SubscriptionView> challenge(Tx tx, String communityId, String id) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return SubscriptionDocument.restartChallenge(tx, communityId, id, ChallengeState.due(Secrets.key(), now), now)
                .onItem()
                .ifNull()
                .failWith(() -> WEBHOOK_NOT_FOUND.because("No webhook " + id))
                .map(SubscriptionView::of);
    }

    Uni<SubscriptionView> delete(Tx tx, String communityId, String id) {
        return SubscriptionDocument.remove(tx, communityId, id)
                .onItem()
                .ifNull()
                .failWith(() -> WEBHOOK_NOT_FOUND.because("No webhook " + id))
                .map(SubscriptionView::of);
    }
}
