package dev.regulars.webhook.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** The Ed25519 key of the installation; its public half is in the JWK set. */
public final class SigningKey {

    private static final String ALGORITHM = "Ed25519";

    private final String keyId;
    private final PrivateKey key;

    SigningKey(String keyId, String base64) {
        this.keyId = keyId;
        try {
            this.key = KeyFactory.getInstance(ALGORITHM)
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The signing key cannot be read", e);
        }
    }

    String keyId() {
        return keyId;
    }

    String sign(String head, byte[] body) {
        try {
            var signature = java.security.Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(head.getBytes(UTF_8));
            signature.update(body);
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot sign", e);
        }
    }
}
