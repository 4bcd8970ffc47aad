package dev.regulars.gamification.progress;

import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import dev.regulars.gamification.badge.Badges;
import dev.regulars.gamification.badge.award.Awards;
import dev.regulars.gamification.person.Persons;
import dev.regulars.gamification.progress.ProgressView.Referrals;
import dev.regulars.gamification.progress.ProgressView.TierProgress;
import dev.regulars.gamification.tier.MemberTiers;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Brings together what members have reached. */
@ApplicationScoped
class Progress {

    private final Persons persons;
    private final MemberTiers tiers;
    private final Awards awards;
    private final Outbox outbox;

    Progress(Persons persons, MemberTiers tiers, Awards awards, Outbox outbox) {
        this.persons = persons;
        this.tiers = tiers;
        this.awards = awards;
        this.outbox = outbox;
    }

    Uni<ProgressView> of(CommunityId community, String user) {
        Tx tx = outbox.alone();
        return persons.byId(community, user).chain(person -> tiers.progress(tx, community, person.accountId())
                .chain(tier -> awards.badgesOf(tx, community, person.accountId())
                        .map(badges -> new ProgressView(
                                new TierProgress(tier.name(), tier.level(), tier.xp(), tier.next(), tier.nextXp()),
                                Badges.views(badges),
                                List.of(),
                                List.of(),
                                Referrals.NONE))));
    }
}
