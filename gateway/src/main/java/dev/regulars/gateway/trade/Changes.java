package dev.regulars.gateway.trade;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/**
 * Who changed lately, as far as this replica has heard, and whether it hears anything. By the replica's own clock alone:
 * what it asked after it heard of a change was read after the change, whatever other clocks say.
 */
@Singleton
class Changes {

    /** Longer than anything is kept that a change could make untrue. */
    private static final Duration REMEMBERED = Duration.ofSeconds(10);

    /** Three beats. */
    private static final long SILENCE = Duration.ofMillis(1_500).toNanos();

    private final Cache<String, Long> heard =
            Caffeine.newBuilder().expireAfterWrite(REMEMBERED).build();
    private volatile long lastSign = System.nanoTime() - SILENCE;
    private volatile long listeningSince = System.nanoTime();

    /** From here on nothing is missed; what was asked before may have changed unheard. */
    void listening() {
        listeningSince = System.nanoTime();
    }

    /** What stands for {@code tag} is not true any more. */
    void changed(String tag) {
        heard.put(tag, System.nanoTime());
    }

    /** Something was heard that is no older than {@code age}. */
    void sign(Duration age) {
        lastSign = System.nanoTime() - age.toNanos();
    }

    /** While this is false a change may have been missed, and nothing may be kept. */
    boolean isConnected() {
        return System.nanoTime() - lastSign < SILENCE;
    }

    /** Whether what was asked at {@code askedAt} (of {@link System#nanoTime}) still stands. */
    boolean stand(List<String> tags, long askedAt) {
        if (askedAt - listeningSince < 0) {
            return false;
        }
        for (String tag : tags) {
            Long at = heard.getIfPresent(tag);
            if (at != null && at - askedAt >= 0) {
                return false;
            }
        }
        return true;
    }
}
