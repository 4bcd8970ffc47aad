package dev.regulars.sandbox.receiver;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** How a body was encrypted, and how it is opened. */
public enum Mode {
    none,
    CBC,
    GCM;

    private static final int TAG_BITS = 128;

    byte[] open(String aesKey, Envelope sealed) throws GeneralSecurityException {
        var key = new SecretKeySpec(aesKey.getBytes(US_ASCII), "AES");
        Cipher cipher = Cipher.getInstance(this == GCM ? "AES/GCM/NoPadding" : "AES/CBC/PKCS5Padding");
        var parameters =
                this == GCM ? new GCMParameterSpec(TAG_BITS, sealed.iv()) : new IvParameterSpec(sealed.iv());
        cipher.init(Cipher.DECRYPT_MODE, key, parameters);
        return cipher.doFinal(sealed.text());
    }
}
