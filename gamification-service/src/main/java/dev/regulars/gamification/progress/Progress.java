package dev.regulars.gamification.progress;

import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import dev.regulars.gamification.badge.Badges;
import dev.regulars.gamification.badge.award.Awards;
import dev.regulars.gamification.milestone.MemberMilestones;
import dev.regulars.gamification.person.Persons;
import dev.regulars.gamification.progress.ProgressView.TierProgress;
import dev.regulars.gamification.referral.ReferralSummaries;
import dev.regulars.gamification.streak.member.MemberStreaks;
import dev.regulars.gamification.tier.member.MemberTiers;
import dev.regulars.internal.people.Person;
import dev.regulars.web.page.PageRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Brings together what members have reached. */
@ApplicationScoped
class Progress {

    private static final int REFEREES = 50;

    private final Persons persons;
    private final MemberTiers tiers;
    private final Awards awards;
    private final MemberStreaks streaks;
    private final MemberMilestones milestones;
    private final ReferralSummaries referrals;
    private final Outbox outbox;

    Progress(
            Persons persons,
            MemberTiers tiers,
            Awards awards,
            MemberStreaks streaks,
            MemberMilestones milestones,
            ReferralSummaries referrals,
            Outbox outbox) {
        this.persons = persons;
        this.tiers = tiers;
        this.awards = awards;
        this.streaks = streaks;
        this.milestones = milestones;
        this.referrals = referrals;
        this.outbox = outbox;
    }

    Uni<ProgressView> of(CommunityId community, String user) {
        Tx tx = outbox.alone();
        return persons.byId(community, user).chain(person -> of(tx, community, person));
    }

    private Uni<ProgressView> of(Tx tx, CommunityId community, Person person) {
        String account = person.accountId();
        return Uni.combine()
                .all()
                .unis(
                        tiers.progress(tx, community, account),
                        awards.badgesOf(tx, community, account),
                        streaks.list(tx, community, account),
                        milestones.list(tx, community, account),
                        referrals.of(tx, community, person, PageRequest.ofCursor(null, REFEREES)))
                .with((tier, badges, streaks, milestones, referrals) -> new ProgressView(
                        new TierProgress(tier.name(), tier.level(), tier.xp(), tier.next(), tier.nextXp()),
                        Badges.views(badges),
                        streaks,
                        milestones,
                        referrals));
    }
}
