package dev.regulars.webhook.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.regulars.crypto.Secrets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** One secret, and the {@code v1} signatures of Standard Webhooks that are made with it. */
public final class Signature {

    private static final String PREFIX = "whsec_";
    private static final String HMAC = "HmacSHA256";

    private static final ThreadLocal<Mac> MAC = ThreadLocal.withInitial(Signature::mac);

    private final SecretKeySpec key;

    /** @param secret in the form of {@link #newSecret()} */
    public Signature(String secret) {
        this.key = new SecretKeySpec(Base64.getDecoder().decode(secret.substring(PREFIX.length())), HMAC);
    }

    public static String newSecret() {
        return PREFIX + Base64.getEncoder().encodeToString(Secrets.bytes(32));
    }

    /** @param id of the message, without a dot, the same for all attempts */
    String of(String id, long seconds, byte[] body) {
        try {
            Mac mac = MAC.get();
            mac.init(key);
            mac.update((id + "." + seconds + ".").getBytes(UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot sign", e);
        }
    }

    private static Mac mac() {
        try {
            return Mac.getInstance(HMAC);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot sign", e);
        }
    }

    /** Whether one of the signatures in the header is of this secret. */
    public boolean isIn(String header, String id, long seconds, byte[] body) {
        byte[] expected = of(id, seconds, body).getBytes(UTF_8);
        return Arrays.stream(header.split(" ")).anyMatch(one -> MessageDigest.isEqual(expected, one.getBytes(UTF_8)));
    }
}
