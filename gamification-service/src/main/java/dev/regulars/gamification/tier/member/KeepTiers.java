package dev.regulars.gamification.tier.member;

import dev.regulars.eventing.consumer.EventConsumer;
import dev.regulars.eventing.consumer.ReceivedEvent;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import dev.regulars.events.gamification.GamificationEvent;
import dev.regulars.events.gamification.GamificationEvent.BalanceChanged;
import dev.regulars.events.gamification.GamificationEvent.TiersChanged;
import dev.regulars.gamification.ledger.MemberDocument;
import dev.regulars.gamification.ledger.decision.Unit;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Moves members into the tiers that their XP has reached. Decides by the balances as they are, so that repeats do no harm. */
@ApplicationScoped
class KeepTiers {

    private static final int AT_ONCE = 16;

    private final EventConsumer consumer;
    private final MemberTiers tiers;
    private final Outbox outbox;

    KeepTiers(EventConsumer consumer, MemberTiers tiers, Outbox outbox) {
        this.consumer = consumer;
        this.tiers = tiers;
        this.outbox = outbox;
    }

    void start(@Observes StartupEvent started) {
        consumer.consume("tiers", GamificationEvent.class, this::keep);
    }

    private Uni<Void> keep(ReceivedEvent<GamificationEvent> received) {
        return switch (received.event()) {
            case BalanceChanged changed
            when changed.changes().containsKey(Unit.XP.wire()) ->
                tiers.tell(outbox.alone(), changed.community(), changed.accountId());
            case TiersChanged changed -> tellAll(changed.community());
            default -> Uni.createFrom().voidItem();
        };
    }

    private Uni<Void> tellAll(CommunityId community) {
        Tx tx = outbox.alone();
        return MemberDocument.list(tx, community)
                .onItem()
                .transformToUni(member -> tiers.tell(tx, community, member.accountId))
                .merge(AT_ONCE)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
