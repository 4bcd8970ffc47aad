package dev.regulars.gamification.leaderboard.live;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.regulars.eventing.worker.Poller;
import dev.regulars.gamification.leaderboard.ranking.RankIndex;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.refusal.Refusal;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The rankings that this replica has in memory. The truth is in MongoDB: one that is dropped is loaded again. */
@ApplicationScoped
public class LiveRankings {

    private static final Duration PAUSE = Duration.ofMillis(400);
    private static final Duration LONGEST_LAG = Duration.ofSeconds(1);
    private static final Duration KEPT_UP = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** As measured; half of the heap is for rankings, and those that were not used for longest make room. */
    private static final long BYTES_PER_MEMBER = 200;

    private final Vertx vertx;
    private final RankingLoader loader;
    private final Clock clock;
    private final Poller poller;
    private final Cache<RankingKey, LiveRanking> rankings = Caffeine.newBuilder()
            .maximumWeight(Runtime.getRuntime().maxMemory() / 2 / BYTES_PER_MEMBER)
            .weigher((RankingKey key, LiveRanking ranking) -> 1 + ranking.index.size())
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();

    LiveRankings(Vertx vertx, RankingLoader loader, Clock clock) {
        this.vertx = vertx;
        this.loader = loader;
        this.clock = clock;
        this.poller = Poller.every(vertx, PAUSE, "Keeping leaderboards up to date", this::keepUp);
    }

    void start(@Observes StartupEvent started) {
        poller.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        poller.stop();
    }

    /** Not older than a second. Refused as unavailable while it is being loaded, which goes on. */
    public Uni<RankIndex> get(RankingKey key) {
        Instant now = clock.instant();
        LiveRanking ranking = rankings.get(key, fresh -> new LiveRanking(fresh, now));
        ranking.used(now);
        return ranking.isCurrent(now, LONGEST_LAG) ? Uni.createFrom().item(ranking.index) : current(ranking, now);
    }

    private Uni<RankIndex> current(LiveRanking ranking, Instant now) {
        return ranking.load(() -> load(ranking))
                .onFailure()
                .invoke(() -> rankings.invalidate(ranking.key))
                .chain(() -> ranking.isStale(now, LONGEST_LAG)
                        ? refresh(ranking)
                        : Uni.createFrom().voidItem())
                .ifNoItem()
                .after(PATIENCE)
                .failWith(() -> Refusal.of(Kind.UNAVAILABLE, "a leaderboard is being loaded"))
                .emitOn(Poller.thisContext())
                .replaceWith(ranking.index);
    }

    /** Its weight is known afterwards. */
    private Uni<Void> load(LiveRanking ranking) {
        return loader.load(ranking)
                .invoke(() -> rankings.put(ranking.key, ranking))
                .runSubscriptionOn(Poller.contextOfItsOwn(vertx));
    }

    private Uni<Void> refresh(LiveRanking ranking) {
        return ranking.refresh(() -> loader.refresh(ranking).runSubscriptionOn(Poller.contextOfItsOwn(vertx)));
    }

    private Uni<Void> keepUp() {
        Instant now = clock.instant();
        return Multi.createFrom()
                .iterable(rankings.asMap().values())
                .filter(ranking -> ranking.isInUse(now, KEPT_UP))
                .onItem()
                .transformToUniAndMerge(this::refresh)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
