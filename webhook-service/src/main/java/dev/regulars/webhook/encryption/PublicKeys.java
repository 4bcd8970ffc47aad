package dev.regulars.webhook.encryption;

import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** Public keys of partners, as JWK (RFC 7517). */
public final class PublicKeys {

    private static final int MIN_RSA_BITS = 2048;

    private PublicKeys() {}

    /**
     * What is wrong with a key for {@code alg}: it completes the sentence that begins with the field.
     *
     * @return null if nothing is
     */
    public static @Nullable String violation(Map<String, Object> jwk, KeyAlgorithm alg) {
        if (jwk.containsKey("d")) {
            return "must not contain the private key";
        }
        try {
            PublicKey key = PublicJsonWebKey.Factory.newPublicJwk(jwk).getPublicKey();
            boolean fits = alg == KeyAlgorithm.RSA_OAEP_256
                    ? key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() >= MIN_RSA_BITS
                    : key instanceof ECPublicKey;
            return fits
                    ? null
                    : alg == KeyAlgorithm.RSA_OAEP_256
                            ? "must be an RSA key of at least 2048 bits"
                            : "must be a key on a curve: P-256, P-384 or P-521";
        } catch (JoseException | RuntimeException e) {
            return "must be a public key as JWK";
        }
    }

    public static String json(Map<String, Object> jwk) {
        try {
            return PublicJsonWebKey.Factory.newPublicJwk(jwk).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
        } catch (JoseException e) {
            throw new IllegalStateException("A key that was checked cannot be read", e);
        }
    }

    static PublicKey read(String json) {
        try {
            return PublicJsonWebKey.Factory.newPublicJwk(json).getPublicKey();
        } catch (JoseException e) {
            throw new IllegalStateException("A stored public key cannot be read", e);
        }
    }
}
