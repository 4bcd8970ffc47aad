package dev.regulars.gamification.referral;

import static dev.regulars.gamification.GamificationError.POSTING_DIFFERS;
import static java.util.stream.Collectors.toSet;

import dev.regulars.eventing.outbox.Tx;
import dev.regulars.gamification.ledger.Ledger;
import dev.regulars.gamification.ledger.LedgerRequest.Post;
import dev.regulars.gamification.ledger.MemberDocument;
import dev.regulars.gamification.ledger.PostingDocument;
import dev.regulars.gamification.ledger.decision.NewPosting;
import dev.regulars.gamification.ledger.decision.Unit;
import dev.regulars.gamification.referral.program.ProgramDocument;
import dev.regulars.gamification.referral.program.Programs;
import dev.regulars.gamification.referral.program.Stage;
import dev.regulars.gamification.referral.program.StageEvent;
import dev.regulars.web.refusal.Refusal;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Completes stages, and pays the referrer. The posting is the stage: its cause is member, program and stage, so a stage is paid once,
 * whatever the member does again or takes back.
 */
@ApplicationScoped
class ReferralStages {

    private static final String SOURCE = "referral";
    private static final String RULE = "stage";
    private static final String STORE = "store";
    private static final String DIFFERS = POSTING_DIFFERS.code();

    private final Programs programs;
    private final Ledger ledger;
    private final Clock clock;

    ReferralStages(Programs programs, Ledger ledger, Clock clock) {
        this.programs = programs;
        this.ledger = ledger;
        this.clock = clock;
    }

    private record Due(ProgramDocument program, Stage stage) {

        String key() {
            return program.id + "." + stage.id();
        }
    }

    /** As far as the member has come. */
    Uni<Void> advance(Tx tx, ReferralDocument referral) {
        return programs.of(referral.communityId).chain(all -> {
            List<Due> stages = all.stream()
                    .flatMap(program -> program.stages.stream().map(stage -> new Due(program, stage)))
                    .toList();
            return completed(tx, referral).chain(known -> {
                List<Due> open = stages.stream()
                        .filter(stage -> !keys(known).contains(stage.key()))
                        .toList();
                return done(tx, referral, open)
                        .chain(events -> pay(referral, open, events))
                        .chain(() -> completed(tx, referral))
                        .chain(postings -> store(tx, referral, stages, postings));
            });
        });
    }

    private Uni<Void> pay(ReferralDocument referral, List<Due> open, Set<StageEvent> events) {
        return Multi.createFrom()
                .iterable(open)
                .filter(one -> events.contains(one.stage().event()))
                .onItem()
                .transformToUniAndConcatenate(one -> pay(referral, one))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** Another replica may have paid what the stage gave before it was changed. */
    private Uni<Void> pay(ReferralDocument referral, Due due) {
        var posting = NewPosting.of(
                referral.referrerId, RULE, NewPosting.ISSUER, due.stage().changes(), clock.instant());
        String cause = referral.accountId + "." + due.key();
        return ledger.post(new Post(referral.communityId, SOURCE, cause, List.of(posting), null))
                .replaceWithVoid()
                .onFailure(failure ->
                        failure instanceof Refusal refusal && refusal.code().equals(DIFFERS))
                .recoverWithNull();
    }

    private static Uni<Set<StageEvent>> done(Tx tx, ReferralDocument referral, List<Due> open) {
        boolean asksForPurchase = open.stream().anyMatch(one -> one.stage().event() == StageEvent.PURCHASE);
        return MemberDocument.find(tx, referral.communityId, referral.accountId).chain(member -> {
            Set<StageEvent> events = open.stream()
                    .map(one -> one.stage().event())
                    .filter(event -> event == StageEvent.JOIN || (member != null && earned(member, event.unit())))
                    .collect(toSet());
            return !asksForPurchase
                    ? Uni.createFrom().item(events)
                    : PostingDocument.hasAny(tx, referral.communityId, referral.accountId, STORE)
                            .invoke(bought -> {
                                if (bought) {
                                    events.add(StageEvent.PURCHASE);
                                }
                            })
                            .replaceWith(events);
        });
    }

    private static boolean earned(MemberDocument member, @Nullable Unit unit) {
        return unit != null && member.state.earned().getOrDefault(unit.wire(), 0L) > 0;
    }

    private static Uni<List<PostingDocument>> completed(Tx tx, ReferralDocument referral) {
        return PostingDocument.ofCauses(tx, referral.communityId, SOURCE, referral.accountId + ".");
    }

    private static List<String> keys(List<PostingDocument> postings) {
        return postings.stream()
                .map(posting -> posting.causeId.substring(posting.causeId.indexOf('.') + 1))
                .toList();
    }

    private static Uni<Void> store(Tx tx, ReferralDocument referral, List<Due> stages, List<PostingDocument> postings) {
        List<String> keys = new ArrayList<>(keys(postings));
        referral.stages = keys;
        referral.coins = sum(postings, Unit.COINS);
        referral.xp = sum(postings, Unit.XP);
        referral.completed = !stages.isEmpty() && stages.stream().allMatch(one -> keys.contains(one.key()));
        return referral.store(tx);
    }

    private static long sum(List<PostingDocument> postings, Unit unit) {
        return postings.stream()
                .mapToLong(posting -> posting.changes.getOrDefault(unit.wire(), 0L))
                .sum();
    }
}
