package dev.regulars.webhook.subscription;

import static dev.regulars.web.refusal.Refusal.orNotFound;
import static dev.regulars.webhook.WebhookError.EVENT_UNKNOWN;
import static dev.regulars.webhook.WebhookError.KEY_NOT_ASCII;
import static dev.regulars.webhook.WebhookError.KEY_WITHOUT_MODE;
import static dev.regulars.webhook.WebhookError.URL_MALFORMED;

import dev.regulars.crypto.Secrets;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import dev.regulars.web.refusal.Refusal;
import dev.regulars.webhook.encryption.EncryptionMode;
import dev.regulars.webhook.endpoint.EndpointPolicy;
import dev.regulars.webhook.endpoint.EndpointUrl;
import dev.regulars.webhook.payload.PartnerEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** Creates, reads, verifies and deletes subscriptions. */
@ApplicationScoped
class Subscriptions {

    private final EndpointPolicy policy;
    private final SubscriptionDrafts drafts;
    private final SubscriptionLimits limits;
    private final Outbox outbox;
    private final Clock clock;

    Subscriptions(
            EndpointPolicy policy, SubscriptionDrafts drafts, SubscriptionLimits limits, Outbox outbox, Clock clock) {
        this.policy = policy;
        this.drafts = drafts;
        this.limits = limits;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Validates the request and generates the secrets before the write. */
    Uni<SubscriptionDraft> draft(NewWebhook request) {
        if (!PartnerEvent.names().containsAll(request.events())) {
            throw EVENT_UNKNOWN.because("events " + request.events());
        }
        requireKeyThatFits(request.encryptionOrNone());
        requireAllowed(request.url());
        return Uni.createFrom().item(drafts.of(request));
    }

    private static void requireKeyThatFits(NewEncryption encryption) {
        if (encryption.aesKey() == null) {
            return;
        }
        if (encryption.mode() == EncryptionMode.NONE) {
            throw KEY_WITHOUT_MODE.because("aesKey without an encryption mode");
        }
        if (!StandardCharsets.US_ASCII
                .newEncoder()
                .canEncode(encryption.aesKey().value())) {
            throw KEY_NOT_ASCII.because("aesKey that is not ASCII");
        }
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
    Uni<WebhookView> create(Tx tx, SubscriptionDraft draft) {
        return Uni.createFrom()
                .deferred(() -> freeSlot(tx).chain(slot -> draft.document().store(tx, slot)))
                .onFailure(SubscriptionDocument::isSlotTaken)
                .retry()
                .atMost(limits.webhooks())
                .map(stored -> WebhookView.of(draft));
    }

    /** At random, so that concurrent requests seldom choose the same. */
    private Uni<Integer> freeSlot(Tx tx) {
        return SubscriptionDocument.takenSlots(tx).map(taken -> {
            if (taken.size() >= limits.webhooks()) {
                throw new LimitReached(limits.webhooks()).because("community " + tx.community());
            }
            int[] free = IntStream.range(0, limits.webhooks())
                    .filter(slot -> !taken.contains(slot))
                    .toArray();
            return free[ThreadLocalRandom.current().nextInt(free.length)];
        });
    }

    Uni<WebhookView> byId(CommunityId community, String id) {
        return SubscriptionDocument.find(outbox.alone(), community, id)
                .plug(orNotFound("webhook", id))
                .map(WebhookView::of);
    }

    Uni<List<WebhookView>> list(CommunityId community) {
        return SubscriptionDocument.list(outbox.alone(), community)
                .map(found -> found.stream().map(WebhookView::of).toList());
    }

    /** The endpoint is challenged at once, unless it is verified and in use. */
    Uni<WebhookView> challenge(Tx tx, String id) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return SubscriptionDocument.restartChallenge(tx, id, ChallengeState.due(Secrets.key(), now), now)
                .plug(orNotFound("webhook", id))
                .map(WebhookView::of);
    }

    Uni<WebhookView> delete(Tx tx, String id) {
        return SubscriptionDocument.remove(tx, id)
                .plug(orNotFound("webhook", id))
                .map(WebhookView::of);
    }
}
