package dev.regulars.webhook.subscription;

import dev.regulars.webhook.envelope.Signature;
import java.net.URI;

/** An endpoint that has to prove itself, for one attempt. */
public record Unverified(String id, int attempt, URI url, String text, Signature signature) {}
