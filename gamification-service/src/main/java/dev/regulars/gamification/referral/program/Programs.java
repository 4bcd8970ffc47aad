package dev.regulars.gamification.referral.program;

import static dev.regulars.gamification.GamificationError.PROGRAM_LIMIT;
import static java.util.Objects.requireNonNullElse;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import dev.regulars.gamification.ledger.decision.Unit;
import dev.regulars.gamification.referral.program.ProgramRequests.ProgramBody;
import dev.regulars.gamification.referral.program.ProgramRequests.ProgramPatch;
import dev.regulars.gamification.referral.program.ProgramRequests.StageBody;
import dev.regulars.web.page.Page;
import dev.regulars.web.page.PageRequest;
import dev.regulars.web.refusal.Refusal;
import dev.regulars.web.value.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The referral programs of a community; what other replicas changed is seen a second later at most. */
@ApplicationScoped
public class Programs {

    private final Outbox outbox;
    private final Clock clock;
    private final Cache<CommunityId, List<ProgramDocument>> recent = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofSeconds(1))
            .maximumSize(10_000)
            .build();

    Programs(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Those that are enabled, the oldest first. */
    public Uni<List<ProgramDocument>> of(CommunityId community) {
        List<ProgramDocument> known = recent.getIfPresent(community);
        return known != null
                ? Uni.createFrom().item(known)
                : ProgramDocument.enabled(outbox.alone(), community).invoke(all -> recent.put(community, all));
    }

    /** They were changed, perhaps by another replica: whoever works on this change must not see those of a moment ago. */
    public void forget(CommunityId community) {
        recent.invalidate(community);
    }

    Uni<Page<ProgramView>> list(Tx tx, PageRequest page) {
        return ProgramDocument.page(tx, page).map(all -> all.map(ProgramView::of));
    }

    Uni<ProgramView> get(Tx tx, String id) {
        return ProgramDocument.get(tx, tx.community(), id).map(ProgramView::of);
    }

    Uni<ProgramView> create(Tx tx, ProgramBody body) {
        var program = new ProgramDocument();
        program.id = Ids.next();
        program.communityId = tx.community();
        program.stages = List.of();
        program.createdAt = clock.instant();
        take(program, body, program.createdAt);
        return ProgramDocument.count(tx)
                .invoke(PROGRAM_LIMIT::checkRoom)
                .chain(() -> program.create(tx))
                .invoke(made -> forget(made.communityId))
                .map(ProgramView::of);
    }

    Uni<ProgramView> update(Tx tx, String id, ProgramPatch patch) {
        return ProgramDocument.get(tx, tx.community(), id)
                .invoke(program -> take(program, patch.over(program), clock.instant()))
                .chain(program -> program.store(tx))
                .invoke(program -> forget(program.communityId))
                .map(ProgramView::of);
    }

    Uni<ProgramView> delete(Tx tx, String id) {
        return ProgramDocument.get(tx, tx.community(), id)
                .chain(program -> program.remove(tx))
                .invoke(program -> forget(program.communityId))
                .map(ProgramView::of);
    }

    private static void take(ProgramDocument program, ProgramBody body, Instant now) {
        if (body.stages().stream().map(StageBody::name).distinct().count()
                < body.stages().size()) {
            throw Refusal.invalid("stages.name", "must be different in each stage");
        }
        program.name = body.name();
        program.stages = body.stages().stream()
                .map(stage -> stage(stage, program.stages))
                .toList();
        program.isEnabled = requireNonNullElse(body.isEnabled(), true);
        program.updatedAt = now;
    }

    private static Stage stage(StageBody body, List<Stage> known) {
        Map<String, Long> changes = requireNonNullElse(body.changes(), Map.of());
        Unit.check("stages.changes", changes);
        String id = known.stream()
                .filter(one -> one.name().equals(body.name()))
                .map(Stage::id)
                .findFirst()
                .orElseGet(Ids::next);
        return new Stage(id, body.name(), body.event(), changes);
    }
}
