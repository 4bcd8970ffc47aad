package dev.regulars.gateway.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/**
 * The recent caller changes received by this replica, and whether it still receives any. All times are of this replica's
 * clock: a token requested after a change was received was issued after the change, whatever other clocks say.
 */
@Singleton
class CallerInvalidations {

    /** Longer than any token is cached. */
    private static final Duration REMEMBERED = Duration.ofSeconds(10);

    /** Three heartbeats. */
    private static final long MAX_SILENCE = Duration.ofMillis(1_500).toNanos();

    private final Cache<String, Long> received =
            Caffeine.newBuilder().expireAfterWrite(REMEMBERED).build();
    private volatile long lastHeartbeat = System.nanoTime() - MAX_SILENCE;
    private volatile long connectedSince = System.nanoTime();

    /** From now on no change is missed; one before may have been. */
    void connected() {
        connectedSince = System.nanoTime();
    }

    /** Everything issued for {@code tag} so far is outdated. */
    void invalidate(String tag) {
        received.put(tag, System.nanoTime());
    }

    /** A record of this age was received. */
    void heartbeat(Duration age) {
        lastHeartbeat = System.nanoTime() - age.toNanos();
    }

    /** If false, a change may have been missed, and nothing may be served from the cache. */
    boolean isConnected() {
        return System.nanoTime() - lastHeartbeat < MAX_SILENCE;
    }

    /** Whether no change has outdated what was requested at {@code requestedAt} (of {@link System#nanoTime}). */
    boolean isCurrent(List<String> tags, long requestedAt) {
        if (requestedAt - connectedSince < 0) {
            return false;
        }
        for (String tag : tags) {
            Long at = received.getIfPresent(tag);
            if (at != null && at - requestedAt >= 0) {
                return false;
            }
        }
        return true;
    }
}
