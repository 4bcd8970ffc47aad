package dev.regulars.sandbox.receiver;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** An encrypted body: hex or base64, with a tag for GCM. */
record Envelope(String iv, String data, @Nullable String tag) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static byte[] decrypt(EncryptionMode mode, String aesKey, byte[] body)
            throws GeneralSecurityException, IOException {
        try {
            return JSON.readValue(body, Envelope.class).decrypt(mode, aesKey);
        } catch (IllegalArgumentException e) {
            throw new GeneralSecurityException("Neither hex nor base64", e);
        }
    }

    private byte[] decrypt(EncryptionMode mode, String aesKey) throws GeneralSecurityException {
        boolean hex = iv.length() == 2 * mode.ivBytes;
        Cipher cipher = Cipher.getInstance(mode.cipher);
        var key = new SecretKeySpec(aesKey.getBytes(US_ASCII), "AES");
        cipher.init(Cipher.DECRYPT_MODE, key, mode.parameters(bytes(iv, hex)));
        byte[] ciphertext = bytes(data, hex);
        if (tag == null) {
            return cipher.doFinal(ciphertext);
        }
        cipher.update(ciphertext); // GCM releases no plaintext before the tag
        return cipher.doFinal(bytes(tag, hex));
    }

    private static byte[] bytes(String text, boolean hex) {
        return hex ? HexFormat.of().parseHex(text) : Base64.getDecoder().decode(text);
    }
}
