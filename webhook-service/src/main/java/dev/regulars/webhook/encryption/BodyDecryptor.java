package dev.regulars.webhook.encryption;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Decrypts what partners send in the envelopes of decision 0.7, in hexadecimal or base64. */
public final class BodyDecryptor {

    private static final int CBC_IV = 16;
    private static final int GCM_IV = 12;
    private static final int GCM_TAG = 16;

    /** An encrypted body. */
    public record Envelope(
            @Nullable String iv,
            @Nullable String data,
            @Nullable String tag) {}

    private BodyDecryptor() {}

    /**
     * @param key 32 ASCII characters
     * @throws GeneralSecurityException whatever is wrong with it
     */
    public static byte[] decrypt(EncryptionMode mode, String key, Envelope envelope) throws GeneralSecurityException {
        var aesKey = new SecretKeySpec(key.getBytes(US_ASCII), "AES");
        int ivBytes = mode == EncryptionMode.CBC ? CBC_IV : GCM_IV;
        boolean hex = envelope.iv() != null && envelope.iv().length() == 2 * ivBytes;
        byte[] iv = bytes(envelope.iv(), hex);
        byte[] data = bytes(envelope.data(), hex);
        if (mode == EncryptionMode.CBC) {
            Cipher aes = Cipher.getInstance("AES/CBC/PKCS5Padding");
            aes.init(Cipher.DECRYPT_MODE, aesKey, new IvParameterSpec(iv));
            return aes.doFinal(data);
        }
        byte[] tag = bytes(envelope.tag(), hex);
        if (tag.length != GCM_TAG || iv.length != GCM_IV) {
            throw new GeneralSecurityException("The envelope has an IV or a tag of another length");
        }
        Cipher aes = Cipher.getInstance("AES/GCM/NoPadding");
        aes.init(Cipher.DECRYPT_MODE, aesKey, new GCMParameterSpec(GCM_TAG * Byte.SIZE, iv));
        aes.update(data); // releases no plaintext before the tag
        return aes.doFinal(tag);
    }

    private static byte[] bytes(@Nullable String text, boolean hex) throws GeneralSecurityException {
        if (text == null) {
            throw new GeneralSecurityException("The envelope is not whole");
        }
        try {
            return hex ? HexFormat.of().parseHex(text) : Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new GeneralSecurityException("Neither hexadecimal nor base64", e);
        }
    }
}
