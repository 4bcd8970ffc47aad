package dev.regulars.identity.accounts.key;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import dev.regulars.crypto.Secrets;
import java.time.Duration;
import java.time.Instant;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * How documents of keys keep their secret: by its hash, and for some hours after a rotation also that of the one before. The names
 * of the fields are the same in each of them.
 */
public final class KeySecretWrites {

    /** Where a secret is looked up. */
    public static final String HASH = "hash";

    public static final String PREVIOUS_HASH = "previousHash";

    private static final Duration USE_RECORDED_EVERY = Duration.ofMinutes(1);

    private KeySecretWrites() {}

    /** A key that this hash opens now. */
    public static Bson opensWith(String hash, Instant now) {
        return and(or(eq(HASH, hash), and(eq(PREVIOUS_HASH, hash), gt("previousEnd", now))), isUnexpired(now));
    }

    public static Bson isUnexpired(Instant now) {
        return or(exists("expireDate", false), gt("expireDate", now));
    }

    /** The secret before can be used until {@code previousEnd}; the one before that ends. */
    public static Bson replacedBy(String secret, String previousHash, Instant previousEnd, Instant now) {
        return combine(
                set(HASH, Secrets.hash(secret)),
                set("masked", Secrets.masked(secret)),
                set(PREVIOUS_HASH, previousHash),
                set("previousEnd", previousEnd),
                set("updatedAt", now));
    }

    public static Bson expiring(KeyExpiry expiry) {
        return combine(
                set("expirePeriod", expiry.days()),
                expiry.end() == null ? unset("expireDate") : set("expireDate", expiry.end()));
    }

    /** Whether a use is to be recorded: once a minute, so that a busy key does not cost a write per call. */
    public static boolean isUnrecorded(@Nullable Instant lastUsedAt, Instant now) {
        return lastUsedAt == null || !lastUsedAt.isAfter(now.minus(USE_RECORDED_EVERY));
    }

    /** The same for the database, where another replica may have been faster. */
    public static Bson unrecorded(Instant now) {
        return or(exists("lastUsedAt", false), lt("lastUsedAt", now.minus(USE_RECORDED_EVERY)));
    }

    /** When what was presented ends: the previous secret at the end of the overlap, at the latest. */
    public static @Nullable Instant end(
            @Nullable Instant expireDate, boolean isPrevious, @Nullable Instant previousEnd) {
        if (!isPrevious || previousEnd == null) {
            return expireDate;
        }
        return expireDate != null && expireDate.isBefore(previousEnd) ? expireDate : previousEnd;
    }
}
