package dev.regulars.webhook.subscription;

import dev.regulars.webhook.envelope.Envelope;
import dev.regulars.webhook.envelope.Signature;
import java.net.URI;

/** A subscription that this replica delivers for; its secrets are decrypted once per lease, not once per delivery. */
public record Leased(String id, long fence, URI url, Envelope envelope, Signature signature) {}
