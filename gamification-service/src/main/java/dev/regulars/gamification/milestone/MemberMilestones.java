package dev.regulars.gamification.milestone;

import static dev.regulars.gamification.GamificationError.POSTING_DIFFERS;
import static java.util.stream.Collectors.toMap;

import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import dev.regulars.gamification.ledger.Ledger;
import dev.regulars.gamification.ledger.LedgerRequest.Post;
import dev.regulars.gamification.ledger.MemberDocument;
import dev.regulars.gamification.ledger.PostingDocument;
import dev.regulars.gamification.ledger.decision.NewPosting;
import dev.regulars.web.refusal.Refusal;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which milestones members have reached. The posting that pays one is all that is stored of it: its cause is milestone and member, so
 * nobody is paid twice, whatever becomes of the milestone or of the balance.
 */
@ApplicationScoped
public class MemberMilestones {

    private static final String SOURCE = "milestone";
    private static final String RULE = "reached";
    private static final String DIFFERS = POSTING_DIFFERS.code();

    private final Milestones milestones;
    private final Ledger ledger;
    private final Clock clock;

    MemberMilestones(Milestones milestones, Ledger ledger, Clock clock) {
        this.milestones = milestones;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** All milestones of a community, the oldest first. */
    public Uni<List<MemberMilestoneView>> list(Tx tx, CommunityId community, String accountId) {
        return milestones.of(community).chain(all -> reached(tx, community, accountId)
                .chain(reached -> MemberDocument.find(tx, community, accountId).map(member -> all.stream()
                        .map(one -> MemberMilestoneView.of(one, earned(member, one), reached.get(one.id)))
                        .toList())));
    }

    private static long earned(@Nullable MemberDocument member, MilestoneDocument milestone) {
        return member == null ? 0 : member.state.earned().getOrDefault(milestone.unit.wire(), 0L);
    }

    /** Pays what was reached and was not paid before. */
    Uni<Void> pay(Tx tx, CommunityId community, String accountId, @Nullable String userId, Map<String, Long> earned) {
        return milestones.of(community).chain(all -> {
            List<MilestoneDocument> candidates =
                    all.stream().filter(one -> one.isReachedWith(earned)).toList();
            return candidates.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : reached(tx, community, accountId).chain(reached -> Multi.createFrom()
                            .iterable(candidates)
                            .filter(one -> !reached.containsKey(one.id))
                            .onItem()
                            .transformToUniAndConcatenate(one -> pay(one, accountId, userId))
                            .collect()
                            .last()
                            .replaceWithVoid());
        });
    }

    private Uni<Void> pay(MilestoneDocument milestone, String accountId, @Nullable String userId) {
        var posting = NewPosting.of(accountId, RULE, NewPosting.ISSUER, milestone.changes, clock.instant())
                .known(userId);
        String cause = cause(accountId, milestone.id);
        return ledger.post(new Post(milestone.communityId, SOURCE, cause, List.of(posting), null))
                .replaceWithVoid()
                .onFailure(MemberMilestones::isPaidOtherwise)
                .recoverWithNull();
    }

    /** Another replica paid what the milestone gave before it was changed. */
    private static boolean isPaidOtherwise(Throwable failure) {
        return failure instanceof Refusal refusal && refusal.code().equals(DIFFERS);
    }

    private static Uni<Map<String, Instant>> reached(Tx tx, CommunityId community, String accountId) {
        return PostingDocument.ofCauses(tx, community, SOURCE, cause(accountId, ""))
                .map(postings -> postings.stream()
                        .collect(toMap(
                                posting -> posting.causeId.substring(posting.causeId.indexOf('.') + 1),
                                posting -> posting.at)));
    }

    private static String cause(String accountId, String milestoneId) {
        return accountId + "." + milestoneId;
    }
}
