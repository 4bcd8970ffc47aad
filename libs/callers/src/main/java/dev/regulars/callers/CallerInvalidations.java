package dev.regulars.callers;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The recent caller changes received by this replica, and whether it still receives any. All times are of this replica's
 * clock: a token requested after a change was received was issued after the change, whatever other clocks say.
 */
@Singleton
public class CallerInvalidations {

    /** Longer than any token is cached. */
    private static final Duration REMEMBERED = Duration.ofSeconds(10);

    /** Three heartbeats. */
    private static final long MAX_SILENCE = Duration.ofMillis(1_500).toNanos();

    private final Cache<String, Long> received =
            Caffeine.newBuilder().expireAfterWrite(REMEMBERED).build();
    private volatile long lastHeartbeat = System.nanoTime() - MAX_SILENCE;
    private volatile long connectedSince = System.nanoTime();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    private record Listener(Consumer<String> changed, Runnable connected) {}

    /**
     * Both are called on the listener's own thread, so they only take note.
     *
     * @param changed gets the tag of each change
     * @param connected no change is missed from now on; one before may have been
     */
    public void listen(Consumer<String> changed, Runnable connected) {
        listeners.add(new Listener(changed, connected));
    }

    /** From now on no change is missed; one before may have been. */
    public void connected() {
        connectedSince = System.nanoTime();
        listeners.forEach(one -> one.connected().run());
    }

    /** Everything issued for {@code tag} so far is outdated. */
    public void invalidate(String tag) {
        received.put(tag, System.nanoTime());
        listeners.forEach(one -> one.changed().accept(tag));
    }

    /** A record of this age was received. */
    public void heartbeat(Duration age) {
        lastHeartbeat = System.nanoTime() - age.toNanos();
    }

    /** If false, a change may have been missed, and nothing may be served from the cache. */
    public boolean isConnected() {
        return System.nanoTime() - lastHeartbeat < MAX_SILENCE;
    }

    /** Whether no change has outdated what was requested at {@code requestedAt} (of {@link System#nanoTime}). */
    public boolean isCurrent(List<String> tags, long requestedAt) {
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
