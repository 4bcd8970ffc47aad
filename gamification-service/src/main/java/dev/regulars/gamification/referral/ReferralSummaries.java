package dev.regulars.gamification.referral;

import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import dev.regulars.gamification.person.Persons;
import dev.regulars.gamification.referral.SummaryView.Activity;
import dev.regulars.gamification.referral.SummaryView.Invite;
import dev.regulars.gamification.referral.SummaryView.Referee;
import dev.regulars.gamification.referral.SummaryView.User;
import dev.regulars.gamification.referral.program.Programs;
import dev.regulars.internal.people.Person;
import dev.regulars.internal.people.PersonKey;
import dev.regulars.web.page.Page;
import dev.regulars.web.page.PageRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Brings together whom a member brought, and what came of it. */
@ApplicationScoped
public class ReferralSummaries {

    private final Persons persons;
    private final Programs programs;
    private final ReferralConfig config;

    ReferralSummaries(Persons persons, Programs programs, ReferralConfig config) {
        this.persons = persons;
        this.programs = programs;
        this.config = config;
    }

    public Uni<SummaryView> of(Tx tx, CommunityId community, Person person, PageRequest page) {
        String account = person.accountId();
        return ReferralCodeDocument.of(tx, community, account)
                .chain(code -> ReferralDocument.totals(tx, community, account)
                        .chain(totals -> ReferralDocument.page(tx, community, account, page)
                                .chain(referrals -> referees(community, referrals)
                                        .map(referees -> new SummaryView(
                                                user(person),
                                                invite(code),
                                                Activity.of(totals),
                                                referees,
                                                referrals.nextCursor())))));
    }

    private Uni<List<Referee>> referees(CommunityId community, Page<ReferralDocument> referrals) {
        List<String> accounts =
                referrals.items().stream().map(one -> one.accountId).toList();
        return persons.find(community, PersonKey.ID, accounts)
                .chain(people -> programs.of(community).map(all -> referrals.items().stream()
                        .map(one -> Referee.of(one, people.get(one.accountId), all))
                        .toList()));
    }

    private static User user(Person person) {
        return new User(person.accountId(), person.userId(), person.email(), person.username());
    }

    private Invite invite(String code) {
        String origin = config.publicUrl();
        return new Invite(code, origin, origin + "/referrals/" + code, origin);
    }
}
