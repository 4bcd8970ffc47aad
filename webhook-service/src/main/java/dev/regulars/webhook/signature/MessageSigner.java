package dev.regulars.webhook.signature;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Signs what is sent to one endpoint: with each live secret, and with the key of the installation where that is wanted. */
public final class MessageSigner {

    private final Signature secret;
    private final @Nullable Signature previous;
    private final @Nullable Instant previousUntil;
    private final Set<SignatureVersion> versions;
    private final @Nullable SigningKey key;

    /**
     * @param previous signs too until {@code previousUntil}
     * @param key null where no version needs it
     */
    public MessageSigner(
            Signature secret,
            @Nullable Signature previous,
            @Nullable Instant previousUntil,
            Set<SignatureVersion> versions,
            @Nullable SigningKey key) {
        this.secret = secret;
        this.previous = previous;
        this.previousUntil = previousUntil;
        this.versions = versions;
        this.key = key;
    }

    /**
     * Uses the real clock, never the settable one: endpoints compare the timestamp with their own.
     *
     * @param id of the message, without a dot, the same for all attempts
     * @param url as the endpoint is called
     */
    public Map<String, String> headers(String id, String url, byte[] body) {
        Instant now = Instant.now();
        long seconds = now.getEpochSecond();
        Map<String, String> headers = new HashMap<>();
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", Long.toString(seconds));
        headers.put("webhook-signature", signatures(id, now, body));
        if (key != null && versions.contains(SignatureVersion.RFC9421)) {
            headers.putAll(MessageSignature.headers(key, url, id, seconds, body));
        }
        return headers;
    }

    private String signatures(String id, Instant now, byte[] body) {
        long seconds = now.getEpochSecond();
        var all = new StringBuilder(secret.of(id, seconds, body));
        if (previous != null && previousUntil != null && now.isBefore(previousUntil)) {
            all.append(' ').append(previous.of(id, seconds, body));
        }
        if (key != null && versions.contains(SignatureVersion.V1A)) {
            all.append(" v1a,").append(key.sign(id + "." + seconds + ".", body));
        }
        return all.toString();
    }
}
