package dev.regulars.gamification.streak.log;

import dev.regulars.eventing.outbox.Tx;
import dev.regulars.gamification.person.Persons;
import dev.regulars.internal.people.PersonKey;
import dev.regulars.web.page.Page;
import dev.regulars.web.page.PageRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** What became of the streaks of members. */
@ApplicationScoped
class StreakLogs {

    private final Persons persons;

    StreakLogs(Persons persons) {
        this.persons = persons;
    }

    Uni<Page<StreakLogView>> of(Tx tx, String email, PageRequest page) {
        return persons.find(tx.community(), PersonKey.EMAIL, email)
                .chain(person -> StreakLogDocument.page(tx, person.accountId(), page))
                .map(logs -> logs.map(StreakLogView::of));
    }
}
