package dev.regulars.webhook.encryption;

import java.security.Key;
import org.jose4j.jwe.ContentEncryptionAlgorithmIdentifiers;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.lang.JoseException;

/** Writes bodies as JWE in the flattened JSON serialisation (RFC 7516), with {@code A256GCM}. */
final class JweWriter {

    private final KeyAlgorithm alg;
    private final Key key;
    private final String keyId;

    JweWriter(KeyAlgorithm alg, Key key, String keyId) {
        this.alg = alg;
        this.key = key;
        this.keyId = keyId;
    }

    String encrypt(byte[] body) {
        try {
            var jwe = new JsonWebEncryption();
            jwe.setAlgorithmHeaderValue(alg.wire());
            jwe.setEncryptionMethodHeaderParameter(ContentEncryptionAlgorithmIdentifiers.AES_256_GCM);
            jwe.setKeyIdHeaderValue(keyId);
            jwe.setHeader("cty", "json");
            jwe.setKey(key);
            jwe.setPlaintext(body);
            return flattened(jwe.getCompactSerialization().split("\\.", -1));
        } catch (JoseException e) {
            throw new IllegalStateException("Cannot encrypt", e);
        }
    }

    private static String flattened(String[] part) {
        String encryptedKey = part[1].isEmpty() ? "" : "\"encrypted_key\":\"" + part[1] + "\",";
        return "{\"protected\":\"" + part[0] + "\"," + encryptedKey + "\"iv\":\"" + part[2] + "\",\"ciphertext\":\""
                + part[3] + "\",\"tag\":\"" + part[4] + "\"}";
    }
}
