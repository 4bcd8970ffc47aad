package dev.regulars.webhook.signature;

import dev.regulars.crypto.MasterKey;
import dev.regulars.crypto.Secrets;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Makes the key pair of the installation when it is first asked for, and keeps it at hand. */
@ApplicationScoped
public class SigningKeys {

    /** The raw public key at the end of its encoded form. */
    private static final int RAW_BYTES = 32;

    /** Both halves. */
    record Pair(SigningKey key, String publicKey) {}

    private final MasterKey masterKey;
    private volatile @Nullable Pair known;

    SigningKeys(MasterKey masterKey) {
        this.masterKey = masterKey;
    }

    public Uni<SigningKey> current() {
        return pair().map(Pair::key);
    }

    Uni<Pair> pair() {
        Pair pair = known;
        return pair != null
                ? Uni.createFrom().item(pair)
                : Uni.createFrom()
                        .deferred(() -> firstOf(generate(), masterKey))
                        .map(this::decrypted)
                        .invoke(found -> known = found);
    }

    private Pair decrypted(SigningKeyDocument found) {
        return new Pair(new SigningKey(found.keyId, masterKey.decrypt(found.privateKey)), found.publicKey);
    }

    private static Uni<SigningKeyDocument> firstOf(KeyPair fresh, MasterKey masterKey) {
        byte[] encoded = fresh.getPublic().getEncoded();
        byte[] raw = Arrays.copyOfRange(encoded, encoded.length - RAW_BYTES, encoded.length);
        return SigningKeyDocument.firstOf(
                HexFormat.of().formatHex(Secrets.bytes(8)),
                masterKey.encrypt(
                        Base64.getEncoder().encodeToString(fresh.getPrivate().getEncoded())),
                Base64.getUrlEncoder().withoutPadding().encodeToString(raw));
    }

    private static KeyPair generate() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK has no Ed25519", e);
        }
    }
}
