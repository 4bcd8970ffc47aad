package dev.regulars.gamification.leaderboard.live;

import dev.regulars.gamification.leaderboard.ranking.RankIndex;
import dev.regulars.gamification.ledger.ChangedMemberDocument;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A ranking in memory, and how far it is kept up. */
final class LiveRanking {

    /** Writers stamp a change before they commit it: nearly all are there to be seen after so long. */
    private static final Duration COMMITTED_WITHIN = Duration.ofMillis(300);
    /** When each stretch of time is looked at again: for commits that took long, and for clocks that differ. */
    private static final List<Duration> AGAIN_AFTER = List.of(Duration.ofSeconds(2), Duration.ofSeconds(30));

    /** Longer than until the last look at it. */
    private static final Duration COUNTED_FOR = Duration.ofSeconds(40);

    /**
     * In which members may have changed.
     *
     * @param until not included; absent: up to now
     */
    record Stretch(Instant since, @Nullable Instant until) {}

    final RankingKey key;
    final RankIndex index;
    private @Nullable Uni<Void> loading;
    private @Nullable Uni<Void> refreshing;
    private volatile boolean loaded;
    private volatile Instant usedAt;
    private volatile Instant keptUpTo;
    /** Whose change was seen already, and need not be read when it is looked at again; those before are older. */
    private Map<String, ChangedMemberDocument> counted = new HashMap<>();

    private Map<String, ChangedMemberDocument> countedBefore = Map.of();
    private Instant countedSince;

    LiveRanking(RankingKey key, Instant now) {
        this.key = key;
        this.index = new RankIndex(key.ties());
        this.usedAt = now;
        this.keptUpTo = now;
        this.countedSince = now;
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

    /** The time since the last look, and what is to be looked at again by now. */
    List<Stretch> unseen(Instant now) {
        List<Stretch> unseen = new ArrayList<>();
        unseen.add(new Stretch(keptUpTo.minus(COMMITTED_WITHIN), null));
        AGAIN_AFTER.forEach(after -> unseen.add(new Stretch(keptUpTo.minus(after), now.minus(after))));
        return unseen;
    }

    /** Those that no look has shown yet. */
    Map<String, ChangedMemberDocument> news(Map<String, ChangedMemberDocument> changes) {
        Map<String, ChangedMemberDocument> news = new HashMap<>(changes);
        news.entrySet().removeIf(one -> wasCounted(one.getKey(), one.getValue()));
        return news;
    }

    private boolean wasCounted(String key, ChangedMemberDocument change) {
        return change.equals(counted.get(key)) || change.equals(countedBefore.get(key));
    }

    void keptUp(Instant to, Map<String, ChangedMemberDocument> changes) {
        if (countedSince.plus(COUNTED_FOR).isBefore(to)) {
            countedBefore = counted;
            counted = new HashMap<>();
            countedSince = to;
        }
        keptUpTo = to;
        changes.forEach((key, change) -> {
            if (change.postings() != null) {
                counted.put(key, change);
            }
        });
    }
}
