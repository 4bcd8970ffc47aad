package dev.regulars.webhook.incoming.hook;

import static dev.regulars.web.refusal.Refusal.orNotFound;
import static dev.regulars.webhook.WebhookError.MODE_OUTGOING_ONLY;
import static dev.regulars.webhook.WebhookError.NOT_ENCRYPTED;

import dev.regulars.crypto.MasterKey;
import dev.regulars.crypto.Secrets;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import dev.regulars.web.value.Ids;
import dev.regulars.web.value.Secret;
import dev.regulars.webhook.encryption.EncryptionKey;
import dev.regulars.webhook.encryption.EncryptionMode;
import dev.regulars.webhook.incoming.hook.IncomingHookView.Shown;
import dev.regulars.webhook.incoming.hook.IncomingRotations.RotatedApiKey;
import dev.regulars.webhook.incoming.hook.IncomingRotations.RotatedIncomingKey;
import dev.regulars.webhook.signature.Signature;
import dev.regulars.webhook.subscription.api.ChangedMeanwhile;
import dev.regulars.webhook.subscription.api.SubscriptionRules;
import dev.regulars.webhook.subscription.api.encryption.EncryptionKeys;
import dev.regulars.webhook.subscription.limit.Slots;
import dev.regulars.webhook.subscription.limit.SubscriptionLimits;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Creates, reads, changes and deletes incoming webhooks. */
@ApplicationScoped
class IncomingHooks {

    /** A webhook about to be stored, and what its owner is shown once. */
    record Draft(IncomingHookDocument document, Shown shown) {}

    private final SubscriptionLimits limits;
    private final EncryptionKeys keys;
    private final MasterKey masterKey;
    private final IncomingConfig config;
    private final Outbox outbox;

    IncomingHooks(
            SubscriptionLimits limits, EncryptionKeys keys, MasterKey masterKey, IncomingConfig config, Outbox outbox) {
        this.limits = limits;
        this.keys = keys;
        this.masterKey = masterKey;
        this.config = config;
        this.outbox = outbox;
    }

    Uni<Draft> draft(NewIncomingHook request) {
        check(request);
        var apiKey = new Secret(Secrets.key());
        var document = new IncomingHookDocument();
        document.id = Ids.next();
        document.apiKeyHash = Secrets.hash(apiKey.value());
        document.createdAt = now();
        Shown shown = settings(document, request);
        return Uni.createFrom().item(new Draft(document, new Shown(apiKey, shown.secret(), shown.aesKey())));
    }

    Uni<IncomingHookView> create(Tx tx, Draft draft) {
        return Uni.createFrom()
                .deferred(() -> IncomingHookDocument.list(tx, tx.community())
                        .map(found -> found.stream().map(one -> one.slot).toList())
                        .map(taken -> Slots.free(
                                taken, limits.incomingWebhooks(), tx.community().id()))
                        .chain(slot -> draft.document().store(tx, slot)))
                .onFailure(IncomingHookDocument::isSlotTaken)
                .retry()
                .atMost(limits.incomingWebhooks())
                .map(stored -> view(stored, draft.shown()));
    }

    Uni<List<IncomingHookView>> list(CommunityId community) {
        return IncomingHookDocument.list(outbox.alone(), community)
                .map(found ->
                        found.stream().map(one -> view(one, Shown.NOTHING)).toList());
    }

    Uni<IncomingHookView> byId(CommunityId community, String id) {
        return IncomingHookDocument.find(outbox.alone(), community, id)
                .plug(orNotFound("incoming webhook", id))
                .map(found -> view(found, Shown.NOTHING));
    }

    Uni<IncomingHookView> update(Tx tx, String id, NewIncomingHook request) {
        check(request);
        return find(tx, id).chain(found -> {
            Shown shown = settings(found, request);
            return orAgain(found.replace(tx)).map(replaced -> view(replaced, shown));
        });
    }

    Uni<IncomingHookView> delete(Tx tx, String id) {
        return IncomingHookDocument.remove(tx, id)
                .plug(orNotFound("incoming webhook", id))
                .map(gone -> view(gone, Shown.NOTHING));
    }

    Uni<RotatedApiKey> rotateApiKey(Tx tx, String id, Duration overlap) {
        var apiKey = new Secret(Secrets.key());
        Instant until = now().plus(overlap);
        return find(tx, id)
                .chain(found -> orAgain(found.rotateApiKey(tx, Secrets.hash(apiKey.value()), until, now())))
                .map(rotated -> new RotatedApiKey(apiKey, until));
    }

    Uni<RotatedIncomingKey> rotateKey(Tx tx, String id, @Nullable Secret sent, Duration overlap) {
        SubscriptionRules.requireAscii(sent, "aesKey");
        Secret aesKey = sent == null ? EncryptionKeys.newAesKey() : sent;
        EncryptionKey next = keys.aes(aesKey);
        Instant until = now().plus(overlap);
        return find(tx, id)
                .invoke(found -> {
                    if (found.key == null) {
                        throw NOT_ENCRYPTED.because("incoming webhook " + id);
                    }
                })
                .chain(found -> orAgain(found.rotateKey(tx, next, until, now())))
                .map(rotated -> new RotatedIncomingKey(next.keyId(), until, sent == null ? aesKey : null));
    }

    private static void check(NewIncomingHook request) {
        if (request.mode() == EncryptionMode.JWE) {
            throw MODE_OUTGOING_ONLY.because("mode JWE");
        }
        SubscriptionRules.requireAscii(request.aesKey(), "encryption.aesKey");
    }

    /** Changes the document in memory; what had to be made is shown once. */
    private Shown settings(IncomingHookDocument document, NewIncomingHook request) {
        document.name = request.name();
        document.action = request.action();
        document.channelId = request.channelId();
        document.sender = request.sender();
        document.apiKeyEnabled = request.needsApiKey();
        document.updatedAt = now();
        Secret secret = null;
        if (!request.needsSignature()) {
            document.secret = null;
        } else if (document.secret == null) {
            secret = new Secret(Signature.newSecret());
            document.secret = masterKey.encrypt(secret.value());
        }
        return new Shown(null, secret, encryption(document, request));
    }

    private @Nullable Secret encryption(IncomingHookDocument document, NewIncomingHook request) {
        document.mode = request.mode();
        Secret sent = request.aesKey();
        if (request.mode() == EncryptionMode.NONE) {
            document.key = null;
            document.previousKey = null;
            return null;
        }
        if (sent == null && document.key != null) {
            return null;
        }
        Secret made = sent == null ? EncryptionKeys.newAesKey() : sent;
        document.key = keys.aes(made);
        return sent == null ? made : null;
    }

    private static Uni<IncomingHookDocument> find(Tx tx, String id) {
        return IncomingHookDocument.find(tx, tx.community(), id).plug(orNotFound("incoming webhook", id));
    }

    private static Uni<IncomingHookDocument> orAgain(Uni<@Nullable IncomingHookDocument> change) {
        return change.onItem().ifNull().failWith(ChangedMeanwhile::new);
    }

    private IncomingHookView view(IncomingHookDocument document, Shown shown) {
        return IncomingHookView.of(document, config.publicUrl(), shown);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
