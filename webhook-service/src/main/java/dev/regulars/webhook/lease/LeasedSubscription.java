package dev.regulars.webhook.lease;

import dev.regulars.webhook.encryption.BodyEncryptor;
import dev.regulars.webhook.signature.Signature;
import java.net.URI;

/** A subscription leased by this replica, with its secrets decrypted once per lease. */
public record LeasedSubscription(String id, long fence, URI url, BodyEncryptor encryptor, Signature signature) {}
