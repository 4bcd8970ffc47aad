package dev.regulars.sandbox.receiver;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The Standard Webhooks headers of a request. */
record Signature(String id, String timestamp, String signatures) {

    private static final Duration OLDEST = Duration.ofMinutes(5);

    static Signature of(Map<String, String> headers) {
        return new Signature(
                headers.getOrDefault("webhook-id", ""),
                headers.getOrDefault("webhook-timestamp", ""),
                headers.getOrDefault("webhook-signature", ""));
    }

    /** Rejects replays of old requests. */
    boolean isFresh(Instant now) {
        if (!timestamp.matches("\\d{1,12}")) {
            return false;
        }
        Instant sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
        return Duration.between(sent, now).abs().compareTo(OLDEST) <= 0;
    }

    /** One valid signature is enough: during a rotation there are two. */
    boolean matches(String secret, byte[] body) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.replaceFirst("^whsec_", "")), "HmacSHA256"));
        mac.update((id + "." + timestamp + ".").getBytes(UTF_8));
        String expected = "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        return Stream.of(signatures.split(" "))
                .anyMatch(given -> MessageDigest.isEqual(given.getBytes(UTF_8), expected.getBytes(UTF_8)));
    }
}
