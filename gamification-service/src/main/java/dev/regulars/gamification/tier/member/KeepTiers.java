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
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Moves members into the tiers that their XP has reached. Decides by the balances as they are, so that repeats do no harm. */
@ApplicationScoped
class KeepTiers {

    private static final int AT_ONCE = 16;

    private record Member(CommunityId community, String accountId) {}

    private final EventConsumer consumer;
    private final MemberTiers tiers;
    private final Outbox outbox;

    KeepTiers(EventConsumer consumer, MemberTiers tiers, Outbox outbox) {
        this.consumer = consumer;
        this.tiers = tiers;
        this.outbox = outbox;
    }

    void start(@Observes StartupEvent started) {
        consumer.consumeTogether("tiers", Set.of(BalanceChanged.class, TiersChanged.class), this::keep);
    }

    /** Each member once, as of now. */
    private Uni<Void> keep(List<ReceivedEvent<GamificationEvent>> batch) {
        Set<Member> members = new LinkedHashSet<>();
        Set<CommunityId> communities = new LinkedHashSet<>();
        for (ReceivedEvent<GamificationEvent> received : batch) {
            switch (received.event()) {
                case BalanceChanged changed
                when changed.changes().containsKey(Unit.XP.wire()) ->
                    members.add(new Member(changed.community(), changed.accountId()));
                case TiersChanged changed -> communities.add(changed.community());
                default -> {}
            }
        }
        return tell(members).chain(() -> tellAll(communities));
    }

    private Uni<Void> tell(Set<Member> members) {
        return Multi.createFrom()
                .iterable(members)
                .onItem()
                .transformToUni(member -> tiers.tell(outbox.alone(), member.community(), member.accountId()))
                .merge(AT_ONCE)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> tellAll(Set<CommunityId> communities) {
        return Multi.createFrom()
                .iterable(communities)
                .onItem()
                .transformToUniAndConcatenate(this::tellAll)
                .collect()
                .last()
                .replaceWithVoid();
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
