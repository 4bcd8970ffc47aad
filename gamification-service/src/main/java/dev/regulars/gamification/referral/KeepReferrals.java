package dev.regulars.gamification.referral;

import dev.regulars.eventing.consumer.EventConsumer;
import dev.regulars.eventing.consumer.ReceivedEvent;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import dev.regulars.events.gamification.GamificationEvent;
import dev.regulars.events.gamification.GamificationEvent.BalanceChanged;
import dev.regulars.events.gamification.GamificationEvent.ReferralAttributed;
import dev.regulars.events.gamification.GamificationEvent.ReferralProgramChanged;
import dev.regulars.events.identity.IdentityEvent.MemberReferred;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Completes stages as members who were brought do something, and as programs change. */
@ApplicationScoped
class KeepReferrals {

    private static final int AT_ONCE = 16;

    private final EventConsumer consumer;
    private final Referrals referrals;
    private final ReferralStages stages;
    private final Outbox outbox;

    KeepReferrals(EventConsumer consumer, Referrals referrals, ReferralStages stages, Outbox outbox) {
        this.consumer = consumer;
        this.referrals = referrals;
        this.stages = stages;
        this.outbox = outbox;
    }

    void start(@Observes StartupEvent started) {
        consumer.consumeTogether(
                "referral-stages",
                Set.of(BalanceChanged.class, ReferralAttributed.class, ReferralProgramChanged.class),
                this::advanceEach);
        consumer.consume("referred", MemberReferred.class, received -> {
            MemberReferred referred = received.event();
            return referrals.keep(referred.community(), referred.accountId(), referred.referrerId());
        });
    }

    /** Each member once, as of now. Few members were brought by others: those are found together. */
    private Uni<Void> advanceEach(List<ReceivedEvent<GamificationEvent>> batch) {
        Map<CommunityId, Set<String>> members = new LinkedHashMap<>();
        Set<CommunityId> communities = new LinkedHashSet<>();
        for (ReceivedEvent<GamificationEvent> received : batch) {
            switch (received.event()) {
                case BalanceChanged changed -> add(members, changed.community(), changed.accountId());
                case ReferralAttributed attributed -> add(members, attributed.community(), attributed.accountId());
                case ReferralProgramChanged changed -> communities.add(changed.community());
                default -> {}
            }
        }
        return advance(Multi.createFrom()
                        .iterable(members.entrySet())
                        .onItem()
                        .transformToMultiAndConcatenate(
                                one -> ReferralDocument.find(outbox.alone(), one.getKey(), one.getValue())))
                .chain(() -> advance(Multi.createFrom()
                        .iterable(communities)
                        .onItem()
                        .transformToMultiAndConcatenate(one -> ReferralDocument.list(outbox.alone(), one))));
    }

    private static void add(Map<CommunityId, Set<String>> members, CommunityId community, String accountId) {
        members.computeIfAbsent(community, none -> new LinkedHashSet<>()).add(accountId);
    }

    private Uni<Void> advance(Multi<ReferralDocument> referrals) {
        Tx tx = outbox.alone();
        return referrals
                .onItem()
                .transformToUni(referral -> stages.advance(tx, referral))
                .merge(AT_ONCE)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
