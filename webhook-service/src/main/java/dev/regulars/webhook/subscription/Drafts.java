package dev.regulars.webhook.subscription;

import dev.regulars.crypto.MasterKey;
import dev.regulars.crypto.Secrets;
import dev.regulars.webhook.envelope.Mode;
import dev.regulars.webhook.envelope.Signature;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Makes subscriptions out of wishes: ids, secrets, and a challenge that is due at once. */
@ApplicationScoped
class Drafts {

    private final MasterKey masterKey;
    private final Clock clock;

    Drafts(MasterKey masterKey, Clock clock) {
        this.masterKey = masterKey;
        this.clock = clock;
    }

    Draft of(NewSubscription wish, String communityId) {
        String secret = Signature.newSecret();
        boolean ours = wish.secrecy().mode() != Mode.NONE && wish.secrecy().aesKey() == null;
        String aesKey = ours ? newKey() : wish.secrecy().aesKey();
        var made = new SubscriptionDocument();
        made.communityId = communityId;
        made.name = wish.name();
        made.url = wish.url();
        made.events = wish.events().stream().distinct().toList();
        made.encryption = encryption(wish.secrecy(), aesKey);
        made.secret = masterKey.encrypt(secret);
        made.active = wish.active();
        made.verification = Verification.PENDING;
        made.createdAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        made.updatedAt = made.createdAt;
        made.challenge = new Challenge(Secrets.key(), 0, made.createdAt, "Waits to be sent");
        made.lease = Lease.NOBODYS;
        return new Draft(made, secret, ours ? aesKey : null);
    }

    private Encryption encryption(NewEncryption wish, @Nullable String aesKey) {
        return aesKey == null
                ? new Encryption(wish.mode(), wish.text(), null, null)
                : new Encryption(
                        wish.mode(),
                        wish.text(),
                        HexFormat.of().formatHex(Secrets.bytes(8)),
                        masterKey.encrypt(aesKey));
    }

    /** 32 ASCII characters with 192 random bits. */
    private static String newKey() {
        return Base64.getUrlEncoder().encodeToString(Secrets.bytes(24));
    }
}
