package dev.regulars.webhook.subscription.rotation;

import static dev.regulars.web.refusal.Refusal.orNotFound;
import static dev.regulars.webhook.WebhookError.NOT_ENCRYPTED;

import dev.regulars.crypto.MasterKey;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.web.refusal.Refusal;
import dev.regulars.web.value.Secret;
import dev.regulars.webhook.encryption.Encryption;
import dev.regulars.webhook.encryption.EncryptionKey;
import dev.regulars.webhook.signature.Signature;
import dev.regulars.webhook.subscription.SubscriptionDocument;
import dev.regulars.webhook.subscription.SubscriptionWrites;
import dev.regulars.webhook.subscription.api.ChangedMeanwhile;
import dev.regulars.webhook.subscription.api.SubscriptionRules;
import dev.regulars.webhook.subscription.api.encryption.EncryptionKeys;
import dev.regulars.webhook.subscription.rotation.RotationResource.KeyRotation;
import dev.regulars.webhook.subscription.rotation.RotationResource.RotatedKey;
import dev.regulars.webhook.subscription.rotation.RotationResource.RotatedSecret;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Replaces secrets and keys. What is replaced goes on for the overlap, by the real clock. */
@ApplicationScoped
class Rotations {

    private final MasterKey masterKey;
    private final EncryptionKeys keys;

    Rotations(MasterKey masterKey, EncryptionKeys keys) {
        this.masterKey = masterKey;
        this.keys = keys;
    }

    Uni<RotatedSecret> rotateSecret(Tx tx, String id, Duration overlap) {
        var secret = new Secret(Signature.newSecret());
        Instant now = Instant.now();
        Instant until = now.plus(overlap);
        return find(tx, id)
                .chain(found ->
                        SubscriptionWrites.rotateSecret(tx, found, masterKey.encrypt(secret.value()), until, now))
                .onItem()
                .ifNull()
                .failWith(ChangedMeanwhile::new)
                .onFailure(ChangedMeanwhile.class)
                .retry()
                .atMost(2)
                .map(rotated -> new RotatedSecret(secret, until));
    }

    Uni<RotatedKey> rotateKey(Tx tx, String id, KeyRotation request) {
        Instant switchAt = Instant.now().plus(request.overlap());
        return find(tx, id).chain(found -> rotate(tx, found, request, switchAt));
    }

    private Uni<RotatedKey> rotate(Tx tx, SubscriptionDocument found, KeyRotation request, Instant switchAt) {
        Encryption before = found.encryption;
        if (before.key() == null) {
            throw NOT_ENCRYPTED.because("webhook " + found.id);
        }
        boolean generates = !before.alg().usesPublicKey() && request.aesKey() == null;
        Secret aesKey = generates ? EncryptionKeys.newAesKey() : request.aesKey();
        EncryptionKey next = next(before, request, aesKey);
        Encryption after = before.rotated(next, switchAt, Instant.now());
        return SubscriptionWrites.setEncryption(tx, found, after, Instant.now())
                .onItem()
                .ifNull()
                .failWith(ChangedMeanwhile::new)
                .map(rotated -> new RotatedKey(next.keyId(), switchAt, generates ? aesKey : null));
    }

    private EncryptionKey next(Encryption before, KeyRotation request, @Nullable Secret aesKey) {
        if (before.alg().usesPublicKey()) {
            return keys.publicKey(SubscriptionRules.requirePublicKey(request.publicKey(), before.alg(), "publicKey"));
        }
        if (aesKey == null || request.publicKey() != null) {
            throw Refusal.invalid("publicKey", "must be absent when alg is dir");
        }
        SubscriptionRules.requireAscii(aesKey, "aesKey");
        return keys.aes(aesKey);
    }

    private static Uni<SubscriptionDocument> find(Tx tx, String id) {
        return SubscriptionDocument.find(tx, tx.community(), id).plug(orNotFound("webhook", id));
    }
}
