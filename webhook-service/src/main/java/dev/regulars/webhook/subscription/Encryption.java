package dev.regulars.webhook.subscription;

import dev.regulars.webhook.envelope.Encoding;
import dev.regulars.webhook.envelope.Mode;
import org.jspecify.annotations.Nullable;

/**
 * How the bodies of one subscription are encrypted.
 *
 * @param keyId names the key without giving it away
 * @param aesKey itself encrypted under the master key
 */
public record Encryption(
        Mode mode,
        Encoding encoding,
        @Nullable String keyId,
        @Nullable String aesKey) {}
