package dev.regulars.gamification.leaderboard.live;

import dev.regulars.gamification.leaderboard.order.RankIndex;
import dev.regulars.gamification.ledger.ChangedMemberDocument;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An order in memory, and how far it is kept up. */
final class LiveOrder {

    /** Writers stamp a change before they commit it. */
    private static final Duration COMMITTED_WITHIN = Duration.ofSeconds(2);
    /** Seldom looked back as far: for commits that took long, and clocks that differ. */
    private static final Duration COMMITTED_AT_LAST = Duration.ofSeconds(30);

    private static final int SELDOM = 25;

    final OrderKey key;
    final RankIndex index;
    private @Nullable Uni<Void> loading;
    private @Nullable Uni<Void> refreshing;
    private volatile boolean loaded;
    private volatile Instant usedAt;
    private volatile Instant keptUpTo;
    private int refreshes;
    private Map<String, ChangedMemberDocument> lately = Map.of();
    /** Of the last half minute: whoever is looked back at that far need not be read again. */
    private final Map<String, ChangedMemberDocument> counted = new HashMap<>();

    LiveOrder(OrderKey key, Instant now) {
        this.key = key;
        this.index = new RankIndex(key.ties());
        this.usedAt = now;
        this.keptUpTo = now;
    }

    /** Once, however many wait for it. */
    synchronized Uni<Void> load(Supplier<Uni<Void>> work) {
        if (loading == null) {
            loading = Uni.createFrom()
                    .deferred(work::get)
                    .invoke(() -> loaded = true)
                    .memoize()
                    .indefinitely();
        }
        return loading;
    }

    /** One at a time; whoever asks meanwhile gets the one that is under way. */
    synchronized Uni<Void> refresh(Supplier<Uni<Void>> work) {
        if (refreshing == null) {
            refreshing = Uni.createFrom()
                    .deferred(work::get)
                    .onTermination()
                    .invoke(this::refreshed)
                    .memoize()
                    .indefinitely();
        }
        return refreshing;
    }

    private synchronized void refreshed() {
        refreshing = null;
    }

    void used(Instant now) {
        usedAt = now;
    }

    boolean isInUse(Instant now, Duration idle) {
        return loaded && key.isOpen() && usedAt.plus(idle).isAfter(now);
    }

    boolean isCurrent(Instant now, Duration lag) {
        return loaded && !isStale(now, lag);
    }

    boolean isStale(Instant now, Duration lag) {
        return key.isOpen() && keptUpTo.plus(lag).isBefore(now);
    }

    Instant since() {
        refreshes++;
        return keptUpTo.minus(looksBackFarthest() ? COMMITTED_AT_LAST : COMMITTED_WITHIN);
    }

    /** Those that no look has shown yet. */
    Map<String, ChangedMemberDocument> news(Map<String, ChangedMemberDocument> changes) {
        Map<String, ChangedMemberDocument> news = new HashMap<>(changes);
        news.entrySet()
                .removeIf(one -> one.getValue().equals(lately.get(one.getKey()))
                        || one.getValue().equals(counted.get(one.getKey())));
        return news;
    }

    void keptUp(Instant to, Map<String, ChangedMemberDocument> changes) {
        keptUpTo = to;
        lately = changes;
        changes.forEach((key, change) -> {
            if (change.postings() != null) {
                counted.put(key, change);
            }
        });
        if (looksBackFarthest()) {
            Instant forgotten = to.minus(COMMITTED_AT_LAST);
            counted.values().removeIf(change -> change.at().isBefore(forgotten));
        }
    }

    private boolean looksBackFarthest() {
        return refreshes % SELDOM == 0;
    }
}
