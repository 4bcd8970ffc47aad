package dev.regulars.webhook.encryption;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.regulars.crypto.MasterKey;
import dev.regulars.crypto.Secrets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.util.Arrays;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Encrypts bodies with one key and a fresh random IV each time. */
public final class BodyEncryptor {

    private static final BodyEncryptor NONE = new BodyEncryptor(body -> body, null);
    private static final int CBC_IV = 16;
    private static final int GCM_IV = 12;
    private static final int GCM_TAG = 16;

    /** One for each thread: the search for a provider costs as much as the encryption of a body. */
    private static final ThreadLocal<Cipher> AES_CBC =
            ThreadLocal.withInitial(() -> cipher("AES/CBC/PKCS5Padding")); // the JDK's name for PKCS#7

    private static final ThreadLocal<Cipher> AES_GCM = ThreadLocal.withInitial(() -> cipher("AES/GCM/NoPadding"));

    private final UnaryOperator<byte[]> cipher;
    private final @Nullable String keyId;

    private BodyEncryptor(UnaryOperator<byte[]> cipher, @Nullable String keyId) {
        this.cipher = cipher;
        this.keyId = keyId;
    }

    public static BodyEncryptor of(Encryption encryption, @Nullable EncryptionKey key, MasterKey masterKey) {
        if (encryption.mode() == EncryptionMode.NONE || key == null) {
            return NONE;
        }
        Key material = key.publicKey() != null
                ? PublicKeys.read(key.publicKey())
                : aes(masterKey.decrypt(String.valueOf(key.aesKey())));
        return of(encryption.mode(), encryption.encoding(), encryption.alg(), material, key.keyId());
    }

    static BodyEncryptor of(EncryptionMode mode, Encoding encoding, KeyAlgorithm alg, Key key, String keyId) {
        return switch (mode) {
            case NONE -> NONE;
            case CBC -> new BodyEncryptor(body -> cbc(body, key, encoding), keyId);
            case GCM -> new BodyEncryptor(body -> gcm(body, key, encoding), keyId);
            case JWE -> {
                var jwe = new JweWriter(alg, key, keyId);
                yield new BodyEncryptor(body -> ascii(jwe.encrypt(body)), keyId);
            }
        };
    }

    /** @param characters 32 ASCII characters */
    static Key aes(String characters) {
        return new SecretKeySpec(characters.getBytes(US_ASCII), "AES");
    }

    public byte[] encrypt(byte[] body) {
        return cipher.apply(body);
    }

    /** Headers that mark an encrypted body. */
    public Map<String, String> headers() {
        return keyId == null ? Map.of() : Map.of("x-encrypted", "true", "x-encryption-key-id", keyId);
    }

    private static byte[] cbc(byte[] body, Key key, Encoding encoding) {
        byte[] iv = Secrets.bytes(CBC_IV);
        try {
            Cipher aes = AES_CBC.get();
            aes.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(iv));
            String data = encoding.text(aes.doFinal(body));
            return ascii("{\"iv\":\"" + encoding.text(iv) + "\",\"data\":\"" + data + "\"}");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot encrypt", e);
        }
    }

    private static byte[] gcm(byte[] body, Key key, Encoding encoding) {
        byte[] iv = Secrets.bytes(GCM_IV);
        try {
            Cipher aes = AES_GCM.get();
            aes.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(GCM_TAG * Byte.SIZE, iv));
            byte[] dataAndTag = aes.doFinal(body);
            int tagAt = dataAndTag.length - GCM_TAG;
            String data = encoding.text(Arrays.copyOf(dataAndTag, tagAt));
            String tag = encoding.text(Arrays.copyOfRange(dataAndTag, tagAt, dataAndTag.length));
            return ascii("{\"iv\":\"" + encoding.text(iv) + "\",\"data\":\"" + data + "\",\"tag\":\"" + tag + "\"}");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot encrypt", e);
        }
    }

    private static Cipher cipher(String transformation) {
        try {
            return Cipher.getInstance(transformation);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot encrypt", e);
        }
    }

    private static byte[] ascii(String json) {
        return json.getBytes(US_ASCII);
    }
}
