package dev.regulars.platform.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwe.ContentEncryptionAlgorithmIdentifiers;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwe.KeyManagementAlgorithmIdentifiers;
import org.jose4j.lang.JoseException;

/** Encrypts what must be readable again: signing keys, webhook secrets, AES keys. Each text names the key it needs. */
@ApplicationScoped
public class MasterKey {

    private static final int BYTES = 32;

    private final SecretKey key;
    private final String keyId;

    MasterKey(@ConfigProperty(name = "regulars.master-key") String base64) {
        byte[] bytes = Base64.getDecoder().decode(base64);
        if (bytes.length != BYTES) {
            throw new IllegalStateException("REGULARS_MASTER_KEY must be 32 bytes in base64, it has " + bytes.length);
        }
        this.key = new SecretKeySpec(bytes, "AES");
        this.keyId = Secrets.hash(base64).substring(0, 8);
    }

    /** As compact JWE, {@code dir} + {@code A256GCM}. */
    public String encrypt(String plain) {
        try {
            JsonWebEncryption jwe = jwe();
            jwe.setAlgorithmHeaderValue(KeyManagementAlgorithmIdentifiers.DIRECT);
            jwe.setEncryptionMethodHeaderParameter(ContentEncryptionAlgorithmIdentifiers.AES_256_GCM);
            jwe.setKeyIdHeaderValue(keyId);
            jwe.setPlaintext(plain);
            return jwe.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("Cannot encrypt", e);
        }
    }

    /** @throws IllegalStateException for a text of another master key, or one that was tampered with */
    public String decrypt(String encrypted) {
        try {
            JsonWebEncryption jwe = jwe();
            jwe.setCompactSerialization(encrypted);
            return jwe.getPlaintextString();
        } catch (JoseException e) {
            throw new IllegalStateException("Cannot decrypt; is REGULARS_MASTER_KEY still the one it was?", e);
        }
    }

    /** Shows to whoever holds the same key that a text comes from one of us. */
    public String proof(String of) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getEncoded(), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(of.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonWebEncryption jwe() {
        var jwe = new JsonWebEncryption();
        jwe.setKey(key);
        return jwe;
    }
}
