package dev.regulars.gamification.milestone;

import static java.util.stream.Collectors.toSet;

import dev.regulars.eventing.consumer.EventConsumer;
import dev.regulars.eventing.consumer.PerKey;
import dev.regulars.eventing.consumer.ReceivedEvent;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import dev.regulars.events.gamification.GamificationEvent;
import dev.regulars.events.gamification.GamificationEvent.BalanceChanged;
import dev.regulars.events.gamification.GamificationEvent.MilestoneChanged;
import dev.regulars.gamification.ledger.MemberDocument;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Pays members who reach a milestone, and those who had reached it when it was set. */
@ApplicationScoped
class PayMilestones {

    private static final int AT_ONCE = 16;

    private final EventConsumer consumer;
    private final Milestones current;
    private final MemberMilestones milestones;
    private final Outbox outbox;

    PayMilestones(EventConsumer consumer, Milestones current, MemberMilestones milestones, Outbox outbox) {
        this.consumer = consumer;
        this.current = current;
        this.milestones = milestones;
        this.outbox = outbox;
    }

    void start(@Observes StartupEvent started) {
        consumer.consumeTogether("milestones", Set.of(BalanceChanged.class, MilestoneChanged.class), this::payEach);
    }

    /** Of a batch, what may reach a milestone. */
    private Uni<Void> payEach(List<ReceivedEvent<GamificationEvent>> batch) {
        Set<CommunityId> communities =
                batch.stream().map(received -> received.event().community()).collect(toSet());
        return PerKey.lookUp(communities, current::of)
                .chain(all -> PerKey.each(
                        batch.stream()
                                .filter(received -> matters(received.event(), all))
                                .toList(),
                        received -> key(received.event()),
                        this::pay));
    }

    private static boolean matters(GamificationEvent event, Map<CommunityId, List<MilestoneDocument>> all) {
        return !(event instanceof BalanceChanged changed)
                || all.getOrDefault(changed.community(), List.of()).stream()
                        .anyMatch(milestone -> milestone.isReachedWith(changed.earned()));
    }

    private static String key(GamificationEvent event) {
        return event instanceof BalanceChanged changed ? changed.accountId() : "";
    }

    private Uni<Void> pay(ReceivedEvent<GamificationEvent> received) {
        return switch (received.event()) {
            case BalanceChanged changed ->
                milestones.pay(
                        outbox.alone(), changed.community(), changed.accountId(), changed.userId(), changed.earned());
            case MilestoneChanged changed -> payAll(changed.community());
            default -> Uni.createFrom().voidItem();
        };
    }

    private Uni<Void> payAll(CommunityId community) {
        Tx tx = outbox.alone();
        return MemberDocument.list(tx, community)
                .onItem()
                .transformToUni(
                        member -> milestones.pay(tx, community, member.accountId, member.userId, member.state.earned()))
                .merge(AT_ONCE)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
