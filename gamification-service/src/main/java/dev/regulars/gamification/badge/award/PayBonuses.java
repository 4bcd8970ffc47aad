package dev.regulars.gamification.badge.award;

import dev.regulars.eventing.consumer.EventConsumer;
import dev.regulars.eventing.consumer.ReceivedEvent;
import dev.regulars.events.gamification.GamificationEvent;
import dev.regulars.events.gamification.GamificationEvent.BadgeAwarded;
import dev.regulars.events.gamification.GamificationEvent.BadgeRemoved;
import dev.regulars.gamification.ledger.Ledger;
import dev.regulars.gamification.ledger.LedgerRequest.Post;
import dev.regulars.gamification.ledger.LedgerRequest.VoidCause;
import dev.regulars.gamification.ledger.decision.NewPosting;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Set;

/** Posts the bonus of each award, and takes back that of a badge which was removed with it. */
@ApplicationScoped
class PayBonuses {

    private static final String SOURCE = "badge";

    private final EventConsumer consumer;
    private final Ledger ledger;

    PayBonuses(EventConsumer consumer, Ledger ledger) {
        this.consumer = consumer;
        this.ledger = ledger;
    }

    void start(@Observes StartupEvent started) {
        consumer.consume("bonuses", Set.of(BadgeAwarded.class, BadgeRemoved.class), this::pay);
    }

    private Uni<Void> pay(ReceivedEvent<GamificationEvent> received) {
        return switch (received.event()) {
            case BadgeAwarded award
            when !award.bonus().isEmpty() -> ledger.post(bonus(award)).replaceWithVoid();
            case BadgeRemoved removed
            when removed.takeBack() ->
                ledger.voidCause(new VoidCause(removed.community(), SOURCE, removed.awardId(), null))
                        .replaceWithVoid();
            default -> Uni.createFrom().voidItem();
        };
    }

    private static Post bonus(BadgeAwarded award) {
        var posting = NewPosting.of(
                        award.accountId(), "bonus", "badge:" + award.badgeId(), award.bonus(), award.awardedAt())
                .known(award.userId());
        return new Post(award.community(), SOURCE, award.awardId(), List.of(posting), null);
    }
}
