package dev.regulars.identity.password;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import dev.regulars.platform.secret.Secrets;
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

    /** No text of 128 characters is longer before it is normalised; what is longer is not worth a hash. */
    public static final int LONGEST_TEXT = 1_024;

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private final HashingPool pool;
    private final Argon2Function argon2;
    private final String nobodys;

    Passwords(HashingPool pool, PasswordConfig config) {
        if (!config.isEnough()) {
            throw new IllegalStateException("regulars.passwords.memory=" + config.memory() + " and iterations="
                    + config.iterations() + " are less than the least that OWASP advises");
        }
        this.pool = pool;
        this.argon2 = Argon2Function.getInstance(config.memory(), config.iterations(), 1, HASH_BYTES, Argon2.ID);
        this.nobodys = hashNow(Secrets.key());
    }

    public Uni<String> hash(String password) {
        return pool.run(() -> hashNow(password));
    }

    /** Takes as long for an account that does not exist, or has no password, as for one that has. */
    public Uni<Boolean> matches(String password, @Nullable String hash) {
        String against = hash == null ? nobodys : hash;
        return pool.run(
                () -> Password.check(digest(password), against).with(Argon2Function.getInstanceFromHash(against))
                        && hash != null);
    }

    /** Whether a hash was made with other parameters than those of today: to be made anew while the password is at hand. */
    public boolean isOutdated(String hash) {
        Argon2Function its = Argon2Function.getInstanceFromHash(hash);
        return its.getMemory() != argon2.getMemory()
                || its.getIterations() != argon2.getIterations()
                || its.getParallelism() != argon2.getParallelism()
                || its.getVariant() != argon2.getVariant();
    }

    private String hashNow(String password) {
        return Password.hash(digest(password))
                .addSalt(Secrets.bytes(SALT_BYTES))
                .with(argon2)
                .getResult();
    }

    private static String digest(String password) {
        return Secrets.hash(Normalizer.normalize(password, Normalizer.Form.NFC));
    }
}
