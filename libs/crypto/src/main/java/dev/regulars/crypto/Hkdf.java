package dev.regulars.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Keys derived from one key, each for a purpose of its own (RFC 5869 with SHA-256, no salt, one block). */
final class Hkdf {

    private static final String HMAC = "HmacSHA256";
    private static final byte[] NO_SALT = new byte[32];
    private static final byte FIRST_BLOCK = 1;

    private Hkdf() {}

    static byte[] derive(byte[] key, String purpose) {
        return expand(hmac(NO_SALT, key), purpose);
    }

    /** The second half alone, for a key that is uniformly random. */
    static byte[] expand(byte[] key, String purpose) {
        byte[] info = purpose.getBytes(UTF_8);
        byte[] block = Arrays.copyOf(info, info.length + 1);
        block[info.length] = FIRST_BLOCK;
        return hmac(key, block);
    }

    static byte[] hmac(byte[] key, byte[] text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
