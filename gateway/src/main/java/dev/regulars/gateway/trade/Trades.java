package dev.regulars.gateway.trade;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.regulars.crypto.Secrets;
import io.vertx.core.Future;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Internal tokens for credentials, each asked for once in five seconds: as long as nobody told of a change, and only while
 * it would be heard.
 */
@Singleton
public class Trades {

    private static final Duration KEPT = Duration.ofSeconds(5);
    private static final int MOST = 100_000;

    /** An answer, and when it was asked for. */
    private record Kept(Traded traded, long askedAt) {}

    private final Identity identity;
    private final Changes changes;
    private final Cache<String, Kept> kept =
            Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MOST).build();

    Trades(Identity identity, Changes changes) {
        this.identity = identity;
        this.changes = changes;
    }

    /** An internal token; nothing for a credential that is not good; a failure where that cannot be told now. */
    public Future<@Nullable String> trade(Credential credential, @Nullable String community) {
        String key = Secrets.hash(credential.scheme() + "|" + community + "|" + credential.value());
        Kept known = kept.getIfPresent(key);
        return known != null && isGood(known)
                ? Future.succeededFuture(known.traded().token())
                : ask(key, credential, community);
    }

    /** Whoever stands behind {@code tag} is not who they were. */
    public void changed(String tag) {
        changes.changed(tag);
    }

    /** An answer that was on its way while somebody changed is used by nobody: it is asked for again. */
    private Future<@Nullable String> ask(String key, Credential credential, @Nullable String community) {
        long askedAt = System.nanoTime();
        return identity.trade(credential, community).compose(traded -> {
            if (traded == null) {
                return Future.succeededFuture();
            }
            if (!changes.stand(traded.keys(), askedAt)) {
                return ask(key, credential, community);
            }
            kept.put(key, new Kept(traded, askedAt));
            return Future.succeededFuture(traded.token());
        });
    }

    private boolean isGood(Kept known) {
        return changes.isConnected()
                && known.traded().expiresAt().isAfter(Instant.now())
                && changes.stand(known.traded().keys(), known.askedAt());
    }
}
