package dev.regulars.gamification.streak.day;

import static dev.regulars.gamification.GamificationError.STREAK_DAY_KEPT;
import static dev.regulars.gamification.GamificationError.STREAK_DAY_OVER;
import static dev.regulars.gamification.GamificationError.STREAK_DAY_SETTLED;

import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import dev.regulars.gamification.GamificationError;
import dev.regulars.gamification.ledger.Ledger;
import dev.regulars.gamification.ledger.LedgerRequest.Post;
import dev.regulars.gamification.ledger.Posted;
import dev.regulars.gamification.ledger.PostingDocument;
import dev.regulars.gamification.ledger.decision.NewPosting;
import dev.regulars.gamification.ledger.decision.Refused;
import dev.regulars.gamification.ledger.decision.Unit;
import dev.regulars.gamification.person.Persons;
import dev.regulars.gamification.streak.StreakDocument;
import dev.regulars.gamification.streak.member.FreezeCause;
import dev.regulars.gamification.streak.member.MemberStreaks;
import dev.regulars.gamification.streak.member.Standing;
import dev.regulars.gamification.streak.rule.Outcome;
import dev.regulars.gamification.streak.rule.Period;
import dev.regulars.internal.people.Person;
import dev.regulars.web.caller.Actor;
import dev.regulars.web.refusal.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Spends freezes on periods: before one is over, or afterwards to repair it. The posting in the ledger is all that is stored of it:
 * its cause is the period, so a period costs one freeze, however often it is asked for.
 */
@ApplicationScoped
class Freezes {

    private static final int DAYS_AHEAD = 30;

    private final Persons persons;
    private final MemberStreaks members;
    private final Ledger ledger;
    private final Outbox outbox;
    private final Clock clock;

    Freezes(Persons persons, MemberStreaks members, Ledger ledger, Outbox outbox, Clock clock) {
        this.persons = persons;
        this.members = members;
        this.ledger = ledger;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @param date today where it is absent */
    Uni<FreezeView> freeze(
            CommunityId community, String streakId, String user, @Nullable LocalDate date, @Nullable Actor actor) {
        return find(community, streakId, user)
                .chain(found -> spend(found, period(found.standing(), date), FreezeCause.FREEZE, actor));
    }

    /** @param date the missed period that is over last, where it is absent */
    Uni<FreezeView> repair(
            CommunityId community, String streakId, String user, @Nullable LocalDate date, @Nullable Actor actor) {
        return find(community, streakId, user)
                .chain(found -> spend(found, missed(found.standing(), date), FreezeCause.REPAIR, actor));
    }

    private record Found(StreakDocument streak, Person person, Standing standing) {}

    private Uni<Found> find(CommunityId community, String streakId, String user) {
        Tx tx = outbox.alone();
        return persons.byId(community, user).chain(person -> StreakDocument.get(tx, community, streakId)
                .chain(streak -> members.standing(tx, streak, person.accountId())
                        .map(standing -> new Found(streak, person, standing))));
    }

    private static Period period(Standing standing, @Nullable LocalDate date) {
        var calendar = standing.streak().plan().calendar();
        long today = calendar.dayOf(standing.now());
        long day = date == null ? today : date.toEpochDay();
        if (day < standing.streak().plan().firstDay() || day > today + DAYS_AHEAD) {
            throw Refusal.invalid("date", "must be a day of the streak, at most 30 days ahead");
        }
        Period period = standing.streak().plan().periodOf(day);
        if (period.last() < today) {
            throw STREAK_DAY_OVER.because(period.toString());
        }
        if (standing.on(day).filter(one -> one.outcome() == Outcome.KEPT).isPresent()) {
            throw STREAK_DAY_KEPT.because(period.toString());
        }
        return period;
    }

    private static Period missed(Standing standing, @Nullable LocalDate date) {
        var over = date == null
                ? standing.periods().reversed().stream()
                        .filter(one -> one.outcome() == Outcome.MISSED)
                        .findFirst()
                : standing.on(date.toEpochDay());
        var decided = over.orElseThrow(() -> STREAK_DAY_SETTLED.because("nothing of it can change"));
        if (decided.outcome() != Outcome.MISSED && decided.outcome() != Outcome.REPAIRED) {
            throw STREAK_DAY_KEPT.because(decided.toString());
        }
        if (!standing.isRepairable(decided)) {
            throw STREAK_DAY_SETTLED.because(decided.toString());
        }
        return decided.period();
    }

    private Uni<FreezeView> spend(Found found, Period period, String rule, @Nullable Actor actor) {
        String account = found.person().accountId();
        String date = LocalDate.ofEpochDay(period.first()).toString();
        var posting = NewPosting.of(
                        account, rule, FreezeCause.SOURCE, Map.of(Unit.FREEZES.wire(), -1L), clock.instant())
                .known(found.person().userId());
        CommunityId community = found.streak().communityId;
        String cause = FreezeCause.id(found.streak().id, account, date);
        return PostingDocument.refused(outbox.alone(), community, FreezeCause.SOURCE, cause)
                .map(refused -> FreezeCause.again(cause, refused))
                .chain(id -> ledger.post(new Post(community, FreezeCause.SOURCE, id, List.of(posting), actor)))
                .invoke(Freezes::checkApplied)
                .chain(posted -> members.settle(
                                outbox.alone(),
                                found.streak(),
                                account,
                                found.person().userId())
                        .map(standing -> new FreezeView(
                                standing.length().count(),
                                posted.postings().getFirst().balances().getOrDefault(Unit.FREEZES.wire(), 0L))));
    }

    private static void checkApplied(Posted posted) {
        Refused refused = posted.refused();
        if (refused != null) {
            throw GamificationError.valueOf(refused.name()).because(String.valueOf(posted.postings()));
        }
    }
}
