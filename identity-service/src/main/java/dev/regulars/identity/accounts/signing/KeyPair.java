package dev.regulars.identity.accounts.signing;

import dev.regulars.crypto.Secrets;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.lang.JoseException;

/** A new pair, as JWK with its private half. RS256, since every service verifies (architecture §5). */
record KeyPair(String kid, String jwk) {

    private static final int BITS = 2048;
    private static final int KEY_ID_BYTES = 8;

    static KeyPair generate() {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(BITS);
            key.setKeyId(Secrets.key().substring(0, 2 * KEY_ID_BYTES));
            key.setUse("sig");
            key.setAlgorithm("RS256");
            return new KeyPair(key.getKeyId(), key.toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE));
        } catch (JoseException e) {
            throw new IllegalStateException("Cannot make a signing key", e);
        }
    }

    static RsaJsonWebKey parse(String jwk) {
        try {
            return (RsaJsonWebKey) JsonWebKey.Factory.newJwk(jwk);
        } catch (JoseException e) {
            throw new IllegalStateException("A stored signing key cannot be read", e);
        }
    }

    @Override
    public String toString() {
        return "KeyPair " + kid;
    }
}
