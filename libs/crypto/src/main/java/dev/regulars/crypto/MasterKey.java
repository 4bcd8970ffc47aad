package dev.regulars.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwe.ContentEncryptionAlgorithmIdentifiers;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwe.KeyManagementAlgorithmIdentifiers;
import org.jose4j.lang.JoseException;

/**
 * Encrypts what must be readable again: signing keys, webhook secrets, AES keys. Each text names the key it needs, so that
 * one key can follow another: texts of further keys are read, and none is written under them. The master key itself is used for
 * nothing: each use has a key of its own, derived from it.
 */
@ApplicationScoped
public class MasterKey {

    private static final int BYTES = 32;
    private static final int ID_DIGITS = 8;
    /** Ends the ids of derived keys; texts without it are of the time when the master key encrypted by itself. */
    private static final String DERIVED = "-hkdf";

    private static final String ENCRYPTION = "encryption at rest";
    private static final String PROOF = "service credential";
    private static final Duration PROOF_LASTS = Duration.ofMinutes(1);

    private final String keyId;
    /** That of now first. */
    private final Map<String, byte[]> masters = new LinkedHashMap<>();

    private final Map<String, SecretKey> encryptionKeys = new LinkedHashMap<>();
    private final String mark;

    /** @param further keys that are on their way in or out, in base64 as well */
    @Inject
    public MasterKey(
            @ConfigProperty(name = "regulars.master-key") String base64,
            @ConfigProperty(name = "regulars.further-master-keys") Optional<List<String>> further) {
        add("REGULARS_MASTER_KEY", base64);
        further.orElse(List.of()).forEach(one -> add("A key of REGULARS_FURTHER_MASTER_KEYS", one));
        this.keyId = id(base64) + DERIVED;
        this.mark = encrypted("").split("\\.", 2)[0] + ".";
    }

    private void add(String setting, String base64) {
        byte[] bytes = bytes(setting, base64);
        String id = id(base64);
        masters.put(id, bytes);
        encryptionKeys.put(id + DERIVED, new SecretKeySpec(Hkdf.derive(bytes, ENCRYPTION), "AES"));
        encryptionKeys.put(id, new SecretKeySpec(bytes, "AES"));
    }

    private static byte[] bytes(String setting, String base64) {
        byte[] bytes = Base64.getDecoder().decode(base64);
        if (bytes.length != BYTES) {
            throw new IllegalStateException(setting + " must be 32 bytes in base64, it has " + bytes.length);
        }
        if (WeakKey.is(bytes)) {
            throw new IllegalStateException(
                    setting + " can be guessed: it must be 32 random bytes, as `openssl rand -base64 32` writes them");
        }
        return bytes;
    }

    private static String id(String base64) {
        return Secrets.hash(base64).substring(0, ID_DIGITS);
    }

    /** As compact JWE, {@code dir} + {@code A256GCM}. */
    public String encrypt(String plain) {
        return encrypted(plain);
    }

    private String encrypted(String plain) {
        try {
            var jwe = new JsonWebEncryption();
            jwe.setKey(requireNonNull(encryptionKeys.get(keyId)));
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
            jwe.setKey(encryptionKeys.get(String.valueOf(jwe.getKeyIdHeaderValue())));
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

    /** Shows for a minute, to whoever holds the same key, that a text comes from one of us: {@code <seconds>.<hex>}. */
    public String proof(String of) {
        return proof(of, Instant.now());
    }

    String proof(String of, Instant at) {
        return proof(of, at.getEpochSecond(), masters.values().iterator().next());
    }

    /** Whether a text comes from somebody who holds one of our keys, and was proven within this minute. */
    public boolean isProof(String shown, String of) {
        return isProof(shown, of, Instant.now());
    }

    boolean isProof(String shown, String of, Instant now) {
        String seconds = shown.substring(0, Math.max(shown.indexOf('.'), 0));
        if (!seconds.matches("[0-9]{1,12}")) {
            return false;
        }
        long at = Long.parseLong(seconds);
        boolean isFresh = Math.abs(now.getEpochSecond() - at) <= PROOF_LASTS.toSeconds();
        byte[] bytes = shown.getBytes(UTF_8);
        return isFresh
                && masters.values().stream()
                        .anyMatch(master -> MessageDigest.isEqual(
                                bytes, proof(of, at, master).getBytes(UTF_8)));
    }

    private static String proof(String of, long seconds, byte[] master) {
        byte[] key = Hkdf.derive(master, PROOF);
        String text = of + "|" + seconds;
        return seconds + "." + HexFormat.of().formatHex(Hkdf.hmac(key, text.getBytes(UTF_8)));
    }

    /**
     * A hash of a text that nobody can try texts against without the master key.
     *
     * @param purpose separates keys: one for each use
     */
    public String keyedHash(String purpose, String text) {
        return keyedHash(purpose, text, masters.values().iterator().next());
    }

    /** The same under every key that is known here, that of now first: what was kept before a rotation is found too. */
    public List<String> keyedHashes(String purpose, String text) {
        return masters.values().stream()
                .map(master -> keyedHash(purpose, text, master))
                .toList();
    }

    private static String keyedHash(String purpose, String text, byte[] master) {
        return HexFormat.of().formatHex(Hkdf.hmac(Hkdf.expand(master, purpose), text.getBytes(UTF_8)));
    }
}
