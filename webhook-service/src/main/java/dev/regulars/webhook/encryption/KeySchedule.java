package dev.regulars.webhook.encryption;

import dev.regulars.crypto.MasterKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The encryptor of now and, while a key is being rotated, the one of then. By the real clock, as partners know no other. */
public final class KeySchedule {

    private final BodyEncryptor current;
    private final @Nullable BodyEncryptor next;
    private final @Nullable Instant switchAt;

    public KeySchedule(Encryption encryption, MasterKey masterKey) {
        this.current = BodyEncryptor.of(encryption, encryption.key(), masterKey);
        this.switchAt = encryption.switchAt();
        this.next = encryption.nextKey() == null ? null : BodyEncryptor.of(encryption, encryption.nextKey(), masterKey);
    }

    public BodyEncryptor now() {
        return next == null || switchAt == null || Instant.now().isBefore(switchAt) ? current : next;
    }
}
