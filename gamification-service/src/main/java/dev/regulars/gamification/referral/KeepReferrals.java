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
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

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
        consumer.consume("referral-stages", GamificationEvent.class, this::advance);
        consumer.consume("referred", MemberReferred.class, received -> {
            MemberReferred referred = received.event();
            return referrals.keep(referred.community(), referred.accountId(), referred.referrerId());
        });
    }

    private Uni<Void> advance(ReceivedEvent<GamificationEvent> received) {
        return switch (received.event()) {
            case BalanceChanged changed -> advance(changed.community(), changed.accountId());
            case ReferralAttributed attributed -> advance(attributed.community(), attributed.accountId());
            case ReferralProgramChanged changed -> advanceAll(changed.community());
            default -> Uni.createFrom().voidItem();
        };
    }

    private Uni<Void> advance(CommunityId community, String accountId) {
        Tx tx = outbox.alone();
        return ReferralDocument.find(tx, community, accountId)
                .onItem()
                .ifNotNull()
                .transformToUni(referral -> stages.advance(tx, referral))
                .replaceWithVoid();
    }

    private Uni<Void> advanceAll(CommunityId community) {
        Tx tx = outbox.alone();
        return ReferralDocument.list(tx, community)
                .onItem()
                .transformToUni(referral -> stages.advance(tx, referral))
                .merge(AT_ONCE)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
