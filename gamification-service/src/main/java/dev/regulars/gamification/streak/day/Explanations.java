package dev.regulars.gamification.streak.day;

import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import dev.regulars.gamification.person.Persons;
import dev.regulars.gamification.streak.StreakDocument;
import dev.regulars.gamification.streak.member.MemberStreaks;
import dev.regulars.gamification.streak.member.Standing;
import dev.regulars.internal.people.Person;
import dev.regulars.web.refusal.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;

/** Why a streak is as long as it is, day by day. */
@ApplicationScoped
class Explanations {

    private final Persons persons;
    private final MemberStreaks members;
    private final Outbox outbox;

    Explanations(Persons persons, MemberStreaks members, Outbox outbox) {
        this.persons = persons;
        this.members = members;
        this.outbox = outbox;
    }

    Uni<ExplainView> explain(CommunityId community, String streakId, String user, LocalDate date) {
        Tx tx = outbox.alone();
        return persons.byId(community, user).chain(person -> StreakDocument.get(tx, community, streakId)
                .chain(streak -> standing(tx, streak, person, date.toEpochDay()))
                .map(standing -> view(standing, date)));
    }

    /** What can change no more is worked out again as well, where somebody asks. */
    private Uni<Standing> standing(Tx tx, StreakDocument streak, Person person, long day) {
        return members.standing(tx, streak, person.accountId())
                .chain(recent -> recent.on(day).isPresent()
                        ? Uni.createFrom().item(recent)
                        : members.whole(tx, streak, person.accountId()));
    }

    private static ExplainView view(Standing standing, LocalDate date) {
        return standing.on(date.toEpochDay())
                .map(decided -> ExplainView.of(date, decided, standing.isSettled(decided)))
                .orElseThrow(() -> Refusal.invalid("date", "must be a day of the streak, today at the latest"));
    }
}
