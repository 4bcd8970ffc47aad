package dev.regulars.gamification.leaderboard.board;

import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Boards whose ranks are read. A change is seen at once on the replica that made it, on others a second later at most. */
@ApplicationScoped
class RecentBoards {

    private record Key(CommunityId community, String id) {}

    private final Cache<Key, BoardDocument> recent = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofSeconds(1))
            .maximumSize(10_000)
            .build();

    /** Not to be changed: others read the same one. */
    Uni<BoardDocument> get(Tx tx, String id) {
        var key = new Key(tx.community(), id);
        BoardDocument board = recent.getIfPresent(key);
        return board != null
                ? Uni.createFrom().item(board)
                : BoardDocument.get(tx, tx.community(), id).invoke(found -> recent.put(key, requireNonNull(found)));
    }

    /** After a change is committed. */
    void forget(CommunityId community, String id) {
        recent.invalidate(new Key(community, id));
    }
}
