package dev.regulars.webhook.encryption;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.regulars.crypto.Secrets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Encrypts bodies with one AES-256 key and a fresh random IV each time. */
public final class BodyEncryptor {

    private static final int CBC_IV = 16;
    private static final int GCM_IV = 12;
    private static final int GCM_TAG = 16;

    private final EncryptionMode mode;
    private final Encoding encoding;
    private final @Nullable SecretKeySpec key;

    /** @param key 32 ASCII characters; null for {@link EncryptionMode#NONE} */
    public BodyEncryptor(EncryptionMode mode, Encoding encoding, @Nullable String key) {
        this.mode = mode;
        this.encoding = encoding;
        this.key = key == null ? null : new SecretKeySpec(key.getBytes(US_ASCII), "AES");
    }

    public byte[] encrypt(byte[] body) {
        try {
            return switch (mode) {
                case NONE -> body;
                case CBC -> cbc(body);
                case GCM -> gcm(body);
            };
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot encrypt", e);
        }
    }

    /** Headers that mark an encrypted body. */
    public Map<String, String> headers() {
        return mode == EncryptionMode.NONE ? Map.of() : Map.of("x-encrypted", "true");
    }

    private byte[] cbc(byte[] body) throws GeneralSecurityException {
        byte[] iv = Secrets.bytes(CBC_IV);
        Cipher aes = Cipher.getInstance("AES/CBC/PKCS5Padding"); // the JDK's name for PKCS#7
        aes.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(iv));
        return ascii("{\"iv\":\"" + encoding.text(iv) + "\",\"data\":\"" + encoding.text(aes.doFinal(body)) + "\"}");
    }

    private byte[] gcm(byte[] body) throws GeneralSecurityException {
        byte[] iv = Secrets.bytes(GCM_IV);
        Cipher aes = Cipher.getInstance("AES/GCM/NoPadding");
        aes.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(GCM_TAG * Byte.SIZE, iv));
        byte[] dataAndTag = aes.doFinal(body);
        int tagAt = dataAndTag.length - GCM_TAG;
        String data = encoding.text(Arrays.copyOf(dataAndTag, tagAt));
        String tag = encoding.text(Arrays.copyOfRange(dataAndTag, tagAt, dataAndTag.length));
        return ascii("{\"iv\":\"" + encoding.text(iv) + "\",\"data\":\"" + data + "\",\"tag\":\"" + tag + "\"}");
    }

    private static byte[] ascii(String json) {
        return json.getBytes(US_ASCII);
    }
}
