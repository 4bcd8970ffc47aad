package dev.regulars.webhook.subscription;

import dev.regulars.crypto.MasterKey;
import dev.regulars.crypto.Secrets;
import dev.regulars.web.value.Ids;
import dev.regulars.web.value.Secret;
import dev.regulars.webhook.encryption.Encryption;
import dev.regulars.webhook.signature.Signature;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
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

    SubscriptionDraft of(NewWebhook request) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var secret = new Secret(Signature.newSecret());
        boolean generate = request.encryptionOrNone().generatesKey();
        Secret aesKey = generate ? newKey() : request.encryptionOrNone().aesKey();
        var document = new SubscriptionDocument();
        document.id = Ids.next();
        document.name = request.name();
        document.url = request.url();
        document.events = request.events().stream().distinct().toList();
        document.encryption = encryption(request.encryptionOrNone(), aesKey);
        document.secret = masterKey.encrypt(secret.value());
        document.active = request.active();
        document.verification = Verification.PENDING;
        document.challenge = ChallengeState.due(Secrets.key(), now);
        document.lease = Lease.NONE;
        document.createdAt = now;
        document.updatedAt = now;
        return new SubscriptionDraft(document, secret, generate ? aesKey : null);
    }

    private Encryption encryption(NewEncryption request, @Nullable Secret aesKey) {
        return aesKey == null
                ? new Encryption(request.mode(), request.encodingOrHex(), null, null)
                : new Encryption(
                        request.mode(),
                        request.encodingOrHex(),
                        HexFormat.of().formatHex(Secrets.bytes(8)),
                        masterKey.encrypt(aesKey.value()));
    }

    /** 32 ASCII characters with 192 random bits. */
    private static Secret newKey() {
        return new Secret(Base64.getUrlEncoder().encodeToString(Secrets.bytes(24)));
    }
}
