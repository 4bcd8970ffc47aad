package dev.regulars.analysis.loyalty.rollup;

import dev.regulars.eventing.consumer.EventConsumer;
import dev.regulars.eventing.consumer.ReceivedEvent;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.events.TenantEvent;
import dev.regulars.events.community.CommunityEvent;
import dev.regulars.events.community.CommunityEvent.MemberJoined;
import dev.regulars.events.community.CommunityEvent.MemberLeft;
import dev.regulars.events.community.CommunityEvent.MemberRestored;
import dev.regulars.events.community.CommunityEvent.ServerChanged;
import dev.regulars.events.community.CommunityEvent.ServerCreated;
import dev.regulars.events.gamification.GamificationEvent;
import dev.regulars.events.gamification.GamificationEvent.TierChanged;
import dev.regulars.events.messaging.MessagingEvent;
import dev.regulars.events.rewards.RewardsEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Objects;

/** Rolls up what happens in communities. */
@ApplicationScoped
class CountEvents {

    private final EventConsumer consumer;
    private final RollUps rollUps;
    private final Outbox outbox;

    CountEvents(EventConsumer consumer, RollUps rollUps, Outbox outbox) {
        this.consumer = consumer;
        this.rollUps = rollUps;
        this.outbox = outbox;
    }

    void start(@Observes StartupEvent started) {
        consumer.consumeTogether("loyalty-community", CommunityEvent.class, this::count);
        consumer.consumeTogether("loyalty-messages", MessagingEvent.class, this::count);
        consumer.consumeTogether("loyalty-balances", GamificationEvent.class, this::count);
        consumer.consumeTogether("loyalty-orders", RewardsEvent.class, this::count);
    }

    private <E extends TenantEvent> Uni<Void> count(List<ReceivedEvent<E>> received) {
        List<CountedEvent> counted = received.stream()
                .map(CountedEvents::of)
                .filter(Objects::nonNull)
                .toList();
        return Multi.createFrom()
                .iterable(received)
                .onItem()
                .transformToUniAndConcatenate(this::keep)
                .collect()
                .last()
                .chain(() -> rollUps.count(counted));
    }

    private Uni<Void> keep(ReceivedEvent<? extends TenantEvent> received) {
        var tx = outbox.alone();
        var community = received.event().community();
        var source = received.version();
        return switch (received.event()) {
            case ServerCreated server -> CommunityDocument.timezone(tx, community, server.timezone(), source);
            case ServerChanged server -> CommunityDocument.timezone(tx, community, server.timezone(), source);
            case MemberJoined one -> MemberTierDocument.membership(tx, community, one.accountId(), true, source);
            case MemberRestored one -> MemberTierDocument.membership(tx, community, one.accountId(), true, source);
            case MemberLeft one -> MemberTierDocument.membership(tx, community, one.accountId(), false, source);
            case TierChanged one ->
                MemberTierDocument.tier(tx, community, one.accountId(), one.level(), one.tier(), source);
            default -> Uni.createFrom().voidItem();
        };
    }
}
