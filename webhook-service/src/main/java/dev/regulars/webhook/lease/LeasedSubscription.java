package dev.regulars.webhook.lease;

import dev.regulars.webhook.encryption.BodyEncryptor;
import dev.regulars.webhook.endpoint.EndpointUrl;
import dev.regulars.webhook.signature.Signature;

/** A subscription leased by this replica, with its secrets decrypted once per lease. */
public record LeasedSubscription(
        String id, long fence, EndpointUrl url, BodyEncryptor encryptor, Signature signature) {}
