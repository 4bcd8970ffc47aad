package dev.regulars.webhook.subscription.api.encryption;

import dev.regulars.crypto.MasterKey;
import dev.regulars.crypto.Secrets;
import dev.regulars.web.refusal.Refusal;
import dev.regulars.web.value.Secret;
import dev.regulars.webhook.encryption.Encryption;
import dev.regulars.webhook.encryption.EncryptionKey;
import dev.regulars.webhook.encryption.EncryptionMode;
import dev.regulars.webhook.encryption.PublicKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the keys of webhooks and keeps them under the master key. */
@ApplicationScoped
public class EncryptionKeys {

    private static final int KEY_ID_BYTES = 8;

    private final MasterKey masterKey;

    EncryptionKeys(MasterKey masterKey) {
        this.masterKey = masterKey;
    }

    /** 32 ASCII characters with 192 random bits. */
    public static Secret newAesKey() {
        return new Secret(Base64.getUrlEncoder().encodeToString(Secrets.bytes(24)));
    }

    public EncryptionKey aes(Secret characters) {
        return new EncryptionKey(newKeyId(), masterKey.encrypt(characters.value()), null);
    }

    public EncryptionKey publicKey(Map<String, Object> jwk) {
        return new EncryptionKey(newKeyId(), null, PublicKeys.json(jwk));
    }

    private static String newKeyId() {
        return HexFormat.of().formatHex(Secrets.bytes(KEY_ID_BYTES));
    }

    /** @param aesKey as sent or generated */
    public Encryption created(NewEncryption request, @Nullable Secret aesKey) {
        return new Encryption(
                request.mode(), request.encodingOrHex(), request.algOrDir(), key(request, aesKey), null, null);
    }

    private @Nullable EncryptionKey key(NewEncryption request, @Nullable Secret aesKey) {
        if (request.mode() == EncryptionMode.NONE) {
            return null;
        }
        return request.publicKey() != null ? publicKey(request.publicKey()) : aesKey == null ? null : aes(aesKey);
    }

    /** Keys stay as they are, unless the request brings others. */
    public Encryption updated(NewEncryption request, Encryption before) {
        if (keepsKeys(request, before)) {
            return new Encryption(
                    request.mode(),
                    request.encodingOrHex(),
                    request.algOrDir(),
                    before.key(),
                    before.nextKey(),
                    before.switchAt());
        }
        if (request.needsAesKey() && request.aesKey() == null) {
            throw Refusal.invalid("encryption.aesKey", "is required");
        }
        return created(request, request.aesKey());
    }

    private boolean keepsKeys(NewEncryption request, Encryption before) {
        EncryptionKey key = before.key();
        if (key == null || request.mode() == EncryptionMode.NONE) {
            return false;
        }
        if (request.publicKey() != null) {
            return PublicKeys.json(request.publicKey()).equals(key.publicKey());
        }
        return key.aesKey() != null
                && (request.aesKey() == null
                        || masterKey
                                .decrypt(key.aesKey())
                                .equals(request.aesKey().value()));
    }
}
