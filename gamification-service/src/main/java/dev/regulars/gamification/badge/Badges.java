package dev.regulars.gamification.badge;

import static dev.regulars.gamification.GamificationError.BADGE_LIMIT;
import static dev.regulars.web.refusal.Refusal.orNotFound;

import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** The badges of a community. */
@ApplicationScoped
public class Badges {

    private static final int MOST = 500;

    private final Outbox outbox;
    private final Clock clock;

    Badges(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    Uni<List<BadgeView>> list(CommunityId community) {
        return BadgeDocument.list(outbox.alone(), community).map(Badges::views);
    }

    Uni<BadgeView> create(Tx tx, BadgeBody body) {
        var badge = new BadgeDocument();
        badge.id = UUID.randomUUID().toString();
        badge.communityId = tx.community();
        badge.createdAt = clock.instant();
        badge.take(body, badge.createdAt);
        return BadgeDocument.count(tx, tx.community())
                .invoke(count -> {
                    if (count >= MOST) {
                        throw BADGE_LIMIT.because("has " + count);
                    }
                })
                .chain(() -> badge.create(tx))
                .map(BadgeView::of);
    }

    Uni<BadgeView> update(Tx tx, String id, BadgeBody body) {
        return find(tx, tx.community(), id)
                .invoke(badge -> badge.take(body, clock.instant()))
                .chain(badge -> badge.store(tx).plug(orNotFound("badge", id)))
                .map(BadgeView::of);
    }

    Uni<DeletedBadge> delete(Tx tx, String id) {
        return find(tx, tx.community(), id)
                .chain(badge -> badge.remove(tx).plug(orNotFound("badge", id)))
                .map(badge -> new DeletedBadge(badge.id));
    }

    public Uni<BadgeDocument> find(Tx tx, CommunityId community, String id) {
        return BadgeDocument.find(tx, community, id).plug(orNotFound("badge", id));
    }

    public Uni<List<String>> ids(Tx tx, CommunityId community) {
        return BadgeDocument.list(tx, community)
                .map(badges -> badges.stream().map(badge -> badge.id).toList());
    }

    public static List<BadgeView> views(List<BadgeDocument> badges) {
        return badges.stream().map(BadgeView::of).toList();
    }
}
