package dev.regulars.gamification.leaderboard.rank;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import dev.regulars.gamification.leaderboard.field.RankingField;
import dev.regulars.gamification.leaderboard.settings.BoardTimes.Window;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/** Whether windows begin before everything that counts. Remembered of the past, in which no member appears any more. */
@ApplicationScoped
class WindowStarts {

    private record Start(CommunityId community, RankingField field, Instant from) {}

    /** Of writers that stamped a first posting before, and commit it now. */
    private static final Duration COMMITTED_AT_LAST = Duration.ofSeconds(30);

    private final Cache<Start, Boolean> known = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofMinutes(1))
            .maximumSize(10_000)
            .build();

    /** A window that begins before everything has no beginning: balances are its scores. */
    Uni<Window> whole(Tx tx, CommunityId community, RankingField field, Window window, Instant now) {
        Instant from = window.from();
        return from == null
                ? Uni.createFrom().item(window)
                : isFirst(tx, new Start(community, field, from), now)
                        .map(first -> first ? new Window(null, window.until()) : window);
    }

    private Uni<Boolean> isFirst(Tx tx, Start start, Instant now) {
        Boolean first = known.getIfPresent(start);
        return first != null
                ? Uni.createFrom().item(first)
                : start.field().beginsAfter(tx, start.community(), start.from()).invoke(found -> {
                    if (start.from().isBefore(now.minus(COMMITTED_AT_LAST))) {
                        known.put(start, found);
                    }
                });
    }
}
