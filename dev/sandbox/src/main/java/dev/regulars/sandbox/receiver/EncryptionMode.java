package dev.regulars.sandbox.receiver;

import java.security.spec.AlgorithmParameterSpec;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;

/** The encryption of a subscription's bodies. */
public enum EncryptionMode {
    none("", 0),
    CBC("AES/CBC/PKCS5Padding", 16),
    GCM("AES/GCM/NoPadding", 12);

    private static final int TAG_BITS = 128;

    final String cipher;
    final int ivBytes;

    EncryptionMode(String cipher, int ivBytes) {
        this.cipher = cipher;
        this.ivBytes = ivBytes;
    }

    AlgorithmParameterSpec parameters(byte[] iv) {
        return this == GCM ? new GCMParameterSpec(TAG_BITS, iv) : new IvParameterSpec(iv);
    }
}
