package dev.regulars.gamification.badge.award;

import static dev.regulars.web.refusal.Refusal.orNotFound;

import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import dev.regulars.gamification.badge.BadgeDocument;
import dev.regulars.gamification.badge.OnRemove;
import dev.regulars.gamification.ledger.settings.CommunityTerms;
import dev.regulars.web.refusal.Refusal;
import dev.regulars.web.value.Ids;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Awards badges and removes them. The bonus follows the event, once for each award. */
@ApplicationScoped
public class Awards {

    private final CommunityTerms terms;

    Awards(CommunityTerms terms) {
        this.terms = terms;
    }

    /** Who has it already is left alone. */
    public Uni<Void> award(
            Tx tx, CommunityId community, BadgeDocument badge, String accountId, @Nullable String userId) {
        return terms.of(community).chain(now -> {
            AwardDocument award = new AwardDocument();
            award.communityId = community;
            award.badgeId = badge.id;
            award.accountId = accountId;
            award.userId = userId;
            award.period = badge.period.of(LocalDate.ofEpochDay(now.today()));
            award.title = badge.title;
            award.awardId = Ids.next();
            award.held = true;
            award.awardedAt = now.now();
            award.id = community + ":" + badge.id + ":" + accountId + (award.period == null ? "" : ":" + award.period);
            return give(tx, award, badge.bonus());
        });
    }

    private static Uni<Void> give(Tx tx, AwardDocument award, Map<String, Long> bonus) {
        return AwardDocument.find(tx, award.communityId, award.id).chain(before -> {
            if (before == null) {
                return award.create(tx, bonus).replaceWithVoid();
            }
            if (before.held) {
                return Uni.createFrom().voidItem();
            }
            award.awardId = before.tookBack ? award.awardId : before.awardId;
            return award.giveAgain(tx, bonus).replaceWithVoid();
        });
    }

    /** Of every period. */
    public Uni<Void> remove(Tx tx, CommunityId community, BadgeDocument badge, String accountId) {
        return AwardDocument.held(tx, community, accountId).chain(held -> {
            List<AwardDocument> these = held.stream()
                    .filter(award -> award.badgeId.equals(badge.id))
                    .toList();
            if (these.isEmpty()) {
                throw Refusal.notFound("award", badge.id);
            }
            return terms.of(community).chain(now -> Multi.createFrom()
                    .iterable(these)
                    .onItem()
                    .transformToUniAndConcatenate(
                            award -> award.remove(tx, badge.onRemove == OnRemove.TAKE_BACK, now.now())
                                    .plug(orNotFound("award", award.id)))
                    .collect()
                    .last()
                    .replaceWithVoid());
        });
    }

    /** Badges that a member has and that still exist. */
    public Uni<List<BadgeDocument>> badgesOf(Tx tx, CommunityId community, String accountId) {
        return AwardDocument.held(tx, community, accountId)
                .chain(held -> BadgeDocument.list(
                        tx, community, held.stream().map(award -> award.badgeId).toList()));
    }
}
