package dev.regulars.gamification.streak.member;

import static java.util.Objects.requireNonNullElse;

import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import dev.regulars.gamification.ledger.MinuteSumDocument;
import dev.regulars.gamification.ledger.PostingDocument;
import dev.regulars.gamification.streak.StreakDocument;
import dev.regulars.gamification.streak.Streaks;
import dev.regulars.gamification.streak.field.FieldChangeDocument;
import dev.regulars.gamification.streak.log.StreakLogDocument;
import dev.regulars.gamification.streak.rule.Activity;
import dev.regulars.gamification.streak.rule.Activity.Amount;
import dev.regulars.gamification.streak.rule.Exceptions;
import dev.regulars.gamification.streak.rule.Outcome;
import dev.regulars.gamification.streak.rule.StreakPlan;
import dev.regulars.gamification.streak.rule.StreakRule;
import dev.regulars.gamification.streak.rule.StreakRule.Length;
import dev.regulars.gamification.streak.terms.StreakCondition;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How long the streaks of members are, worked out from the ledger. */
@ApplicationScoped
public class MemberStreaks {

    private final Streaks streaks;
    private final Clock clock;

    MemberStreaks(Streaks streaks, Clock clock) {
        this.streaks = streaks;
        this.clock = clock;
    }

    /** Of all streaks of a community, in their order. */
    public Uni<List<StreakProgress>> list(Tx tx, CommunityId community, String accountId) {
        return streaks.of(community).chain(current -> Multi.createFrom()
                .iterable(current.inForce())
                .onItem()
                .transformToUniAndConcatenate(streak -> standing(tx, streak, accountId))
                .map(StreakProgress::of)
                .collect()
                .asList());
    }

    /** As far back as anything can still change. */
    public Uni<Standing> standing(Tx tx, StreakDocument streak, String accountId) {
        return MemberStreakDocument.of(tx, streak, accountId)
                .chain(known -> judged(tx, streak, known, known.openFrom, known.length));
    }

    /** From the first day on. */
    public Uni<Standing> whole(Tx tx, StreakDocument streak, String accountId) {
        return MemberStreakDocument.of(tx, streak, accountId)
                .chain(known -> judged(tx, streak, known, streak.plan().firstDay(), Length.NONE));
    }

    /** Tells what became of the streak, and remembers it. */
    public Uni<Standing> settle(Tx tx, StreakDocument streak, String accountId, @Nullable String userId) {
        return standing(tx, streak, accountId).call(standing -> {
            List<StreakLogDocument> untold = standing.untold(userId);
            return Multi.createFrom()
                    .iterable(untold)
                    .onItem()
                    .transformToUniAndConcatenate(log -> log.tell(tx))
                    .collect()
                    .last()
                    .chain(() -> store(tx, standing.known(), standing.next(untold)));
        });
    }

    private static Uni<Void> store(Tx tx, MemberStreakDocument known, MemberStreakDocument next) {
        return next.saysMoreThan(known) ? next.store(tx) : Uni.createFrom().voidItem();
    }

    private Uni<Standing> judged(Tx tx, StreakDocument streak, MemberStreakDocument known, long from, Length before) {
        Instant now = clock.instant();
        StreakPlan plan = streak.plan();
        Instant since = plan.calendar().startOf(from);
        return since.isAfter(now)
                ? Uni.createFrom()
                        .item(new Standing(
                                streak, known, rule(plan, List.of(), Exceptions.NONE, now), before, List.of(), now))
                : amounts(tx, streak, known.accountId, since, now)
                        .chain(amounts -> exceptions(tx, streak, known.accountId)
                                .map(exceptions -> {
                                    StreakRule rule = rule(plan, amounts, exceptions, now);
                                    return new Standing(streak, known, rule, before, rule.judge(from, before), now);
                                }));
    }

    private static StreakRule rule(StreakPlan plan, List<Amount> amounts, Exceptions exceptions, Instant now) {
        return new StreakRule(plan, Activity.of(plan.calendar(), amounts), exceptions, now);
    }

    private static Uni<List<Amount>> amounts(
            Tx tx, StreakDocument streak, String accountId, Instant since, Instant until) {
        Uni<List<Amount>> counted = MinuteSumDocument.of(
                        tx, streak.communityId, accountId, since, until.plusMillis(1), StreakRule.GRACE)
                .map(sum -> new Amount(
                        sum.unit(), sum.minute(), requireNonNullElse(sum.decidedAt(), sum.minute()), sum.sum()))
                .collect()
                .asList();
        boolean asksForFields = streak.terms.stream()
                .flatMap(terms -> terms.conditions().stream())
                .anyMatch(StreakCondition::countsField);
        return !asksForFields
                ? counted
                : counted.chain(amounts -> FieldChangeDocument.since(tx, streak.communityId, accountId, since)
                        .map(changes -> {
                            List<Amount> all = new ArrayList<>(amounts);
                            changes.forEach(change -> all.add(change.amount()));
                            return all;
                        }));
    }

    private Uni<Exceptions> exceptions(Tx tx, StreakDocument streak, String accountId) {
        return PostingDocument.ofCauses(
                        tx, streak.communityId, FreezeCause.SOURCE, FreezeCause.id(streak.id, accountId, ""))
                .chain(postings -> streaks.of(streak.communityId)
                        .map(current -> new Exceptions(spent(postings), current.pauses())));
    }

    private static Map<Long, Outcome> spent(List<PostingDocument> postings) {
        Map<Long, Outcome> spent = new HashMap<>();
        postings.forEach(posting -> spent.put(FreezeCause.dayOf(posting.causeId), FreezeCause.outcomeOf(posting.rule)));
        return spent;
    }
}
