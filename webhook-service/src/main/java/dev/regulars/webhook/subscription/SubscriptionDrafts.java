package dev.regulars.webhook.subscription;

import dev.regulars.crypto.MasterKey;
import dev.regulars.crypto.Secrets;
import dev.regulars.webhook.encryption.Encryption;
import dev.regulars.webhook.encryption.EncryptionMode;
import dev.regulars.webhook.signature.Signature;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Builds new subscriptions: generates secrets and schedules the first challenge. */
@ApplicationScoped
class SubscriptionDrafts {

    private final MasterKey masterKey;
    private final Clock clock;

    SubscriptionDrafts(MasterKey masterKey, Clock clock) {
        this.masterKey = masterKey;
        this.clock = clock;
    }

    SubscriptionDraft of(NewSubscription request, String communityId) {
        String secret = Signature.newSecret();
        boolean generate = request.encryptionOrNone().mode() != EncryptionMode.NONE
                && request.encryptionOrNone().aesKey() == null;
        String aesKey = generate ? newKey() : request.encryptionOrNone().aesKey();
        var document = new SubscriptionDocument();
        document.communityId = communityId;
        document.name = request.name();
        document.url = request.url();
        document.events = request.events().stream().distinct().toList();
        document.encryption = encryption(request.encryptionOrNone(), aesKey);
        document.secret = masterKey.encrypt(secret);
        document.active = request.active();
        document.verification = Verification.PENDING;
        document.createdAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        document.updatedAt = document.createdAt;
        document.challenge = new ChallengeState(Secrets.key(), 0, document.createdAt, "Waiting for the first attempt");
        document.lease = Lease.NONE;
        return new SubscriptionDraft(document, secret, generate ? aesKey : null);
    }

    private Encryption encryption(NewEncryption request, @Nullable String aesKey) {
        return aesKey == null
                ? new Encryption(request.mode(), request.encodingOrHex(), null, null)
                : new Encryption(
                        request.mode(),
                        request.encodingOrHex(),
                        HexFormat.of().formatHex(Secrets.bytes(8)),
                        masterKey.encrypt(aesKey));
    }

    /** 32 ASCII characters with 192 random bits. */
    private static String newKey() {
        return Base64.getUrlEncoder().encodeToString(Secrets.bytes(24));
    }
}
