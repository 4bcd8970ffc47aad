package dev.regulars.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwe.ContentEncryptionAlgorithmIdentifiers;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwe.KeyManagementAlgorithmIdentifiers;
import org.jose4j.lang.JoseException;

/**
 * Encrypts what must be readable again: signing keys, webhook secrets, AES keys. Each text names the key it needs, so that
 * one key can follow another: texts of further keys are read, and none is written under them.
 */
@ApplicationScoped
public class MasterKey {

    private static final int BYTES = 32;
    private static final int ID_DIGITS = 8;

    private final String keyId;
    private final Map<String, SecretKey> keys = new LinkedHashMap<>();
    private final String mark;

    /** @param further keys that are on their way in or out, in base64 as well */
    @Inject
    public MasterKey(
            @ConfigProperty(name = "regulars.master-key") String base64,
            @ConfigProperty(name = "regulars.further-master-keys") Optional<List<String>> further) {
        SecretKey current = key("REGULARS_MASTER_KEY", base64);
        this.keyId = id(base64);
        keys.put(keyId, current);
        for (String one : further.orElse(List.of())) {
            keys.put(id(one), key("A key of REGULARS_FURTHER_MASTER_KEYS", one));
        }
        this.mark = encrypt("", keyId, current).split("\\.", 2)[0] + ".";
    }

    private static SecretKey key(String setting, String base64) {
        byte[] bytes = Base64.getDecoder().decode(base64);
        if (bytes.length != BYTES) {
            throw new IllegalStateException(setting + " must be 32 bytes in base64, it has " + bytes.length);
        }
        return new SecretKeySpec(bytes, "AES");
    }

    private static String id(String base64) {
        return Secrets.hash(base64).substring(0, ID_DIGITS);
    }

    /** As compact JWE, {@code dir} + {@code A256GCM}. */
    public String encrypt(String plain) {
        return encrypt(plain, keyId, requireNonNull(keys.get(keyId)));
    }

    private static String encrypt(String plain, String keyId, SecretKey key) {
        try {
            var jwe = new JsonWebEncryption();
            jwe.setKey(key);
            jwe.setAlgorithmHeaderValue(KeyManagementAlgorithmIdentifiers.DIRECT);
            jwe.setEncryptionMethodHeaderParameter(ContentEncryptionAlgorithmIdentifiers.AES_256_GCM);
            jwe.setKeyIdHeaderValue(keyId);
            jwe.setPlaintext(plain);
            return jwe.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("Cannot encrypt", e);
        }
    }

    /** @throws IllegalStateException for a text of a key that is not known here, or one that was tampered with */
    public String decrypt(String encrypted) {
        try {
            var jwe = new JsonWebEncryption();
            jwe.setCompactSerialization(encrypted);
            jwe.setKey(keys.get(String.valueOf(jwe.getKeyIdHeaderValue())));
            return jwe.getPlaintextString();
        } catch (JoseException e) {
            throw new IllegalStateException("Cannot decrypt; is REGULARS_MASTER_KEY still the one it was?", e);
        }
    }

    /** The same text under the key of now; untouched where it is that already. */
    public String renewed(String encrypted) {
        return encrypted.startsWith(mark) ? encrypted : encrypt(decrypt(encrypted));
    }

    /** What every text begins with that is encrypted under the key of now, and no other does. */
    public String mark() {
        return mark;
    }

    /** Shows to whoever holds the same key that a text comes from one of us. */
    public String proof(String of) {
        return proof(of, keyId);
    }

    /** Whether a text comes from somebody who holds one of our keys. */
    public boolean isProof(String shown, String of) {
        byte[] bytes = shown.getBytes(UTF_8);
        return keys.keySet().stream()
                .anyMatch(id -> MessageDigest.isEqual(bytes, proof(of, id).getBytes(UTF_8)));
    }

    /**
     * A hash of a text that nobody can try texts against without the master key.
     *
     * @param purpose separates keys: one for each use
     */
    public String keyedHash(String purpose, String text) {
        return keyedHash(purpose, text, keyId);
    }

    /** The same under every key that is known here, that of now first: what was kept before a rotation is found too. */
    public List<String> keyedHashes(String purpose, String text) {
        return keys.keySet().stream().map(id -> keyedHash(purpose, text, id)).toList();
    }

    private String keyedHash(String purpose, String text, String id) {
        byte[] derived = hmac(requireNonNull(keys.get(id)).getEncoded(), purpose + "\u0001"); // HKDF-Expand, one block
        return HexFormat.of().formatHex(hmac(derived, text));
    }

    private String proof(String of, String id) {
        return HexFormat.of().formatHex(hmac(requireNonNull(keys.get(id)).getEncoded(), of));
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
