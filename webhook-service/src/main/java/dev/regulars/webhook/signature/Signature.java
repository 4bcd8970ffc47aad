package dev.regulars.webhook.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.regulars.crypto.Secrets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs messages as Standard Webhooks prescribes, over the bytes that are sent. */
public final class Signature {

    private static final String PREFIX = "whsec_";
    private static final String HMAC = "HmacSHA256";

    private final SecretKeySpec key;

    /** @param secret in the form of {@link #newSecret()} */
    public Signature(String secret) {
        this.key = new SecretKeySpec(Base64.getDecoder().decode(secret.substring(PREFIX.length())), HMAC);
    }

    public static String newSecret() {
        return PREFIX + Base64.getEncoder().encodeToString(Secrets.bytes(32));
    }

    /**
     * Uses the real clock, never the settable one: endpoints compare the timestamp with their own.
     *
     * @param id of the message, without a dot, the same for all attempts
     */
    public Map<String, String> headers(String id, byte[] body) {
        return headers(id, Instant.now().getEpochSecond(), body);
    }

    Map<String, String> headers(String id, long seconds, byte[] body) {
        return Map.of(
                "webhook-id",
                id,
                "webhook-timestamp",
                Long.toString(seconds),
                "webhook-signature",
                "v1," + hmac(id + "." + seconds + ".", body));
    }

    private String hmac(String head, byte[] body) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            mac.update(head.getBytes(UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot sign", e);
        }
    }
}
