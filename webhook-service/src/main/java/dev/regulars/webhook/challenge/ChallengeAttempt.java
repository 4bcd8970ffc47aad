package dev.regulars.webhook.challenge;

import dev.regulars.webhook.signature.Signature;
import java.net.URI;

/** One attempt to verify an endpoint. */
record ChallengeAttempt(String id, int attempt, URI url, String text, Signature signature) {}
