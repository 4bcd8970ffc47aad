package dev.regulars.gamification.rule;

import static dev.regulars.gamification.GamificationError.RULE_LIMIT;
import static dev.regulars.web.refusal.Refusal.orNotFound;
import static java.util.Objects.requireNonNullElse;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import dev.regulars.gamification.badge.Badges;
import dev.regulars.gamification.ledger.decision.Unit;
import dev.regulars.gamification.rule.RuleRequests.RuleBody;
import dev.regulars.gamification.rule.RuleRequests.RulePatch;
import dev.regulars.web.page.Page;
import dev.regulars.web.page.PageRequest;
import dev.regulars.web.refusal.Refusal;
import dev.regulars.web.value.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The rules of a community; what other replicas changed is seen a second later at most. */
@ApplicationScoped
class Rules {

    private static final int MOST = 100;

    private final Badges badges;
    private final Outbox outbox;
    private final Clock clock;
    private final Cache<CommunityId, List<RuleDocument>> recent = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofSeconds(1))
            .maximumSize(10_000)
            .build();

    Rules(Badges badges, Outbox outbox, Clock clock) {
        this.badges = badges;
        this.outbox = outbox;
        this.clock = clock;
    }

    Uni<Page<RuleView>> list(CommunityId community, PageRequest page) {
        return RuleDocument.page(outbox.alone(), community, page).map(rules -> rules.map(RuleView::of));
    }

    Uni<RuleView> get(CommunityId community, String id) {
        return find(outbox.alone(), community, id).map(RuleView::of);
    }

    Uni<RuleView> create(Tx tx, RuleBody body) {
        return check(tx, body)
                .chain(() -> RuleDocument.count(tx, tx.community()))
                .invoke(count -> {
                    if (count >= MOST) {
                        throw RULE_LIMIT.because("has " + count);
                    }
                })
                .chain(() -> draft(tx.community(), body).create(tx))
                .invoke(rule -> recent.invalidate(rule.communityId))
                .map(RuleView::of);
    }

    Uni<RuleView> update(Tx tx, String id, RulePatch patch) {
        return find(tx, tx.community(), id)
                .call(rule -> check(tx, patch.over(rule)))
                .invoke(rule -> rule.take(patch.over(rule), clock.instant()))
                .chain(rule -> rule.store(tx).plug(orNotFound("rule", id)))
                .invoke(rule -> recent.invalidate(rule.communityId))
                .map(RuleView::of);
    }

    Uni<RuleView> delete(Tx tx, String id) {
        return find(tx, tx.community(), id)
                .chain(rule -> rule.remove(tx).plug(orNotFound("rule", id)))
                .invoke(rule -> recent.invalidate(rule.communityId))
                .map(RuleView::of);
    }

    Uni<List<RuleDocument>> enabled(CommunityId community) {
        List<RuleDocument> known = recent.getIfPresent(community);
        return known != null
                ? Uni.createFrom().item(known)
                : RuleDocument.enabled(outbox.alone(), community).invoke(rules -> recent.put(community, rules));
    }

    /** As it would be stored. */
    RuleDocument draft(CommunityId community, RuleBody body) {
        var rule = new RuleDocument();
        rule.id = Ids.next();
        rule.communityId = community;
        rule.createdAt = clock.instant();
        rule.revision = 1;
        rule.take(body, rule.createdAt);
        return rule;
    }

    Uni<Void> check(Tx tx, RuleBody body) {
        Map<String, Long> changes = requireNonNullElse(body.changes(), Map.of());
        Unit.check("changes", changes);
        if (changes.isEmpty() && body.badge() == null && body.tag() == null) {
            throw Refusal.invalid("changes", "is required where there is neither badge nor tag");
        }
        if (body.when() != null) {
            body.when().forEach(Condition::check);
        }
        return body.badge() == null
                ? Uni.createFrom().voidItem()
                : badges.ids(tx, tx.community())
                        .invoke(ids -> {
                            if (!ids.contains(body.badge())) {
                                throw Refusal.invalid("badge", "must be a badge of the community");
                            }
                        })
                        .replaceWithVoid();
    }

    private static Uni<RuleDocument> find(Tx tx, CommunityId community, String id) {
        return RuleDocument.find(tx, community, id).plug(orNotFound("rule", id));
    }
}
