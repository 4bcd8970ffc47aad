package dev.regulars.gamification.milestone;

import static dev.regulars.gamification.GamificationError.MILESTONE_LIMIT;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import dev.regulars.gamification.ledger.decision.Unit;
import dev.regulars.gamification.milestone.MilestoneRequests.MilestoneBody;
import dev.regulars.gamification.milestone.MilestoneRequests.MilestonePatch;
import dev.regulars.web.page.Page;
import dev.regulars.web.page.PageRequest;
import dev.regulars.web.value.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** The milestones of a community; what other replicas changed is seen a second later at most. */
@ApplicationScoped
class Milestones {

    private final Outbox outbox;
    private final Clock clock;
    private final Cache<CommunityId, List<MilestoneDocument>> recent = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofSeconds(1))
            .maximumSize(10_000)
            .build();

    Milestones(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    Uni<List<MilestoneDocument>> of(CommunityId community) {
        List<MilestoneDocument> known = recent.getIfPresent(community);
        return known != null
                ? Uni.createFrom().item(known)
                : MilestoneDocument.all(outbox.alone(), community).invoke(all -> recent.put(community, all));
    }

    Uni<Page<MilestoneView>> list(Tx tx, PageRequest page) {
        return MilestoneDocument.page(tx, page).map(all -> all.map(MilestoneView::of));
    }

    Uni<MilestoneView> get(Tx tx, String id) {
        return MilestoneDocument.get(tx, tx.community(), id).map(MilestoneView::of);
    }

    Uni<MilestoneView> create(Tx tx, MilestoneBody body) {
        check(body);
        return MilestoneDocument.count(tx)
                .invoke(MILESTONE_LIMIT::checkRoom)
                .chain(() -> draft(tx.community(), body).create(tx))
                .invoke(milestone -> recent.invalidate(milestone.communityId))
                .map(MilestoneView::of);
    }

    private MilestoneDocument draft(CommunityId community, MilestoneBody body) {
        var milestone = new MilestoneDocument();
        milestone.id = Ids.next();
        milestone.communityId = community;
        milestone.createdAt = clock.instant();
        milestone.take(body, milestone.createdAt);
        return milestone;
    }

    Uni<MilestoneView> update(Tx tx, String id, MilestonePatch patch) {
        return MilestoneDocument.get(tx, tx.community(), id)
                .invoke(milestone -> {
                    MilestoneBody body = patch.over(milestone);
                    check(body);
                    milestone.take(body, clock.instant());
                })
                .chain(milestone -> milestone.store(tx))
                .invoke(milestone -> recent.invalidate(milestone.communityId))
                .map(MilestoneView::of);
    }

    Uni<MilestoneView> delete(Tx tx, String id) {
        return MilestoneDocument.get(tx, tx.community(), id)
                .chain(milestone -> milestone.remove(tx))
                .invoke(milestone -> recent.invalidate(milestone.communityId))
                .map(MilestoneView::of);
    }

    private static void check(MilestoneBody body) {
        if (body.changes() != null) {
            Unit.check("changes", body.changes());
        }
    }
}
