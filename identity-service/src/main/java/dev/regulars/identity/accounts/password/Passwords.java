package dev.regulars.identity.accounts.password;

import static java.nio.charset.StandardCharsets.US_ASCII;

import de.mkammerer.argon2.Argon2;
import de.mkammerer.argon2.Argon2Factory;
import de.mkammerer.argon2.Argon2Factory.Argon2Types;
import dev.regulars.crypto.Secrets;
import dev.regulars.web.value.Secret;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * Argon2id over the hex SHA-256 of the NFC form (contract §0.13), so that a client may send that digest instead. The
 * parameters stand in the hash.
 */
@Startup
@ApplicationScoped
public class Passwords {

    /** No text of 128 characters is longer before it is normalized; longer ones are not hashed. */
    public static final int LONGEST_TEXT = 1_024;

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int THREADS = 1;

    private final HashingPool pool;
    private final PasswordConfig config;
    private final Argon2 argon2 = Argon2Factory.create(Argon2Types.ARGON2id, SALT_BYTES, HASH_BYTES);
    private final String dummyHash;

    Passwords(HashingPool pool, PasswordConfig config) {
        if (!config.isEnough()) {
            throw new IllegalStateException("regulars.passwords.memory=" + config.memory() + " and iterations="
                    + config.iterations() + " are less than the least that OWASP advises");
        }
        this.pool = pool;
        this.config = config;
        this.dummyHash = hashNow(Secrets.key());
    }

    public Uni<String> hash(Secret password) {
        return pool.run(() -> hashNow(password.value()));
    }

    /** The same for {@link #digest} of a password. */
    public Uni<String> hashDigest(Secret digest) {
        return pool.run(() -> argon2.hash(config.iterations(), config.memory(), THREADS, bytes(digest)));
    }

    /** Fails with {@code HASHING_BUSY} where a password would wait too long: an attack is refused before it costs a look-up. */
    public Uni<Void> refuseWhenBusy() {
        return pool.refuseWhenBusy();
    }

    /** Takes as long for an account without a password, or for none, as for one that has one. */
    public Uni<Boolean> matches(Secret password, @Nullable String hash) {
        return matchesDigest(digest(password), hash);
    }

    /** The same for {@link #digest} of a password. */
    public Uni<Boolean> matchesDigest(Secret digest, @Nullable String hash) {
        String against = hash == null ? dummyHash : hash;
        return pool.run(() -> argon2.verify(against, bytes(digest)) && hash != null);
    }

    /** What is hashed of a password: the hex SHA-256 of its NFC form. */
    public static Secret digest(Secret password) {
        return new Secret(Secrets.hash(Normalizer.normalize(password.value(), Normalizer.Form.NFC)));
    }

    /** Whether a hash was made with other parameters than the configured ones. */
    public boolean isOutdated(String hash) {
        return argon2.needsRehash(hash, config.iterations(), config.memory(), THREADS);
    }

    private String hashNow(String password) {
        return argon2.hash(config.iterations(), config.memory(), THREADS, bytes(digest(new Secret(password))));
    }

    private static byte[] bytes(Secret digest) {
        return digest.value().getBytes(US_ASCII);
    }
}
