package dev.regulars.gateway.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.regulars.callers.CallerInvalidations;
import dev.regulars.crypto.Secrets;
import io.quarkus.logging.Log;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Caches exchanged tokens for five seconds by credential and community. An entry is used only while no change of its caller
 * has been received and changes can be received at all. Requests that come together with one credential share an exchange.
 */
@Singleton
public class TokenCache {

    private static final Duration TIME_TO_LIVE = Duration.ofSeconds(5);

    /** From then on a token is exchanged anew while requests go on with the one that is cached: none of them waits. */
    private static final long REFRESH_AFTER = Duration.ofSeconds(4).toNanos();

    private static final int MAX_ENTRIES = 100_000;

    private record Entry(ExchangedToken token, long requestedAt) {}

    private final TokenExchange exchange;
    private final CallerInvalidations invalidations;
    private final Cache<String, Entry> entries = Caffeine.newBuilder()
            .expireAfterWrite(TIME_TO_LIVE)
            .maximumSize(MAX_ENTRIES)
            .executor(Runnable::run) // upkeep takes less than to wake another thread for it
            .build();
    private final Map<String, Future<@Nullable ExchangedToken>> pending = new ConcurrentHashMap<>();

    TokenCache(TokenExchange exchange, CallerInvalidations invalidations) {
        this.exchange = exchange;
        this.invalidations = invalidations;
    }

    /** The internal token for a credential, or null if the credential is invalid. Fails if identity-service is unavailable. */
    public Future<@Nullable ExchangedToken> get(Credential credential, @Nullable String community) {
        String key = Secrets.hash(
                credential.scheme() + "|" + credential.userId() + "|" + community + "|" + credential.value());
        Entry cached = entries.getIfPresent(key);
        if (cached == null || !isUsable(cached)) {
            return share(key, credential, community);
        }
        if (System.nanoTime() - cached.requestedAt() > REFRESH_AFTER && !pending.containsKey(key)) {
            var unused = share(key, credential, community)
                    .onFailure(failure -> Log.debugf("Token not refreshed: %s", failure));
        }
        return Future.succeededFuture(cached.token());
    }

    /** Drops all tokens of the caller with this tag. */
    public void invalidate(String tag) {
        invalidations.invalidate(tag);
    }

    private Future<@Nullable ExchangedToken> share(String key, Credential credential, @Nullable String community) {
        if (!invalidations.isConnected()) {
            return fetch(key, credential, community);
        }
        Promise<@Nullable ExchangedToken> own = Promise.promise();
        Future<@Nullable ExchangedToken> pendingExchange = pending.putIfAbsent(key, own.future());
        if (pendingExchange != null) {
            return onThisContext(pendingExchange);
        }
        fetch(key, credential, community).onComplete(exchanged -> {
            pending.remove(key);
            own.handle(exchanged);
        });
        return own.future();
    }

    /** A request must go on in its own context, not in that of the request whose exchange it shares. */
    private static <T> Future<T> onThisContext(Future<T> other) {
        Context context = Vertx.currentContext();
        Promise<T> here = Promise.promise();
        other.onComplete(result -> context.runOnContext(ignored -> here.handle(result)));
        return here.future();
    }

    /** A token requested before a change of its caller is discarded and requested again. */
    private Future<@Nullable ExchangedToken> fetch(String key, Credential credential, @Nullable String community) {
        long requestedAt = System.nanoTime();
        return exchange.exchange(credential, community).compose(token -> {
            if (token == null) {
                entries.invalidate(key);
                return Future.succeededFuture();
            }
            if (!invalidations.isCurrent(token.keys(), requestedAt)) {
                return fetch(key, credential, community);
            }
            entries.put(key, new Entry(token, requestedAt));
            return Future.succeededFuture(token);
        });
    }

    private boolean isUsable(Entry cached) {
        return invalidations.isConnected()
                && cached.token().expiresAt().isAfter(Instant.now())
                && invalidations.isCurrent(cached.token().keys(), cached.requestedAt());
    }
}
