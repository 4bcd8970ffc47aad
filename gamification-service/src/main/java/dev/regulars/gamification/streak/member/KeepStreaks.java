package dev.regulars.gamification.streak.member;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.regulars.eventing.consumer.EventConsumer;
import dev.regulars.eventing.consumer.PerKey;
import dev.regulars.eventing.consumer.ReceivedEvent;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.events.CommunityId;
import dev.regulars.events.gamification.GamificationEvent.BalanceChanged;
import dev.regulars.gamification.streak.StreakDocument;
import dev.regulars.gamification.streak.Streaks;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks at the streaks of members whose counters changed: of a batch, once for each member. */
@ApplicationScoped
class KeepStreaks {

    private static final int AT_ONCE = 16;

    private record Member(CommunityId community, String accountId) {}

    private record ChangedCounters(@Nullable String userId, Set<String> counters) {

        static ChangedCounters of(BalanceChanged changed) {
            return new ChangedCounters(changed.userId(), changed.changes().keySet());
        }

        ChangedCounters and(ChangedCounters other) {
            Set<String> all = new HashSet<>(counters);
            all.addAll(other.counters);
            return new ChangedCounters(other.userId == null ? userId : other.userId, all);
        }
    }

    private final EventConsumer consumer;
    private final Streaks streaks;
    private final MemberStreaks members;
    private final Outbox outbox;

    KeepStreaks(EventConsumer consumer, Streaks streaks, MemberStreaks members, Outbox outbox) {
        this.consumer = consumer;
        this.streaks = streaks;
        this.members = members;
        this.outbox = outbox;
    }

    void start(@Observes StartupEvent started) {
        consumer.consumeTogether("streaks", BalanceChanged.class, this::keep);
    }

    private Uni<Void> keep(List<ReceivedEvent<BalanceChanged>> batch) {
        Map<Member, ChangedCounters> changes = batch.stream()
                .map(ReceivedEvent::event)
                .collect(toMap(
                        event -> new Member(event.community(), event.accountId()),
                        ChangedCounters::of,
                        ChangedCounters::and));
        Set<CommunityId> communities =
                changes.keySet().stream().map(Member::community).collect(toSet());
        return PerKey.lookUp(communities, community -> streaks.of(community).map(Streaks.Current::inForce))
                .chain(inForce -> Multi.createFrom()
                        .iterable(changes.entrySet())
                        .onItem()
                        .transformToUni(one -> keep(
                                one.getKey(),
                                one.getValue(),
                                inForce.getOrDefault(one.getKey().community(), List.of())))
                        .merge(AT_ONCE)
                        .collect()
                        .last()
                        .replaceWithVoid());
    }

    private Uni<Void> keep(Member member, ChangedCounters changes, List<StreakDocument> inForce) {
        List<StreakDocument> asking = inForce.stream()
                .filter(streak -> asksFor(streak, changes.counters()))
                .toList();
        return asking.isEmpty()
                ? Uni.createFrom().voidItem()
                : Multi.createFrom()
                        .iterable(asking)
                        .onItem()
                        .transformToUniAndConcatenate(
                                streak -> members.settle(outbox.alone(), streak, member.accountId(), changes.userId()))
                        .collect()
                        .last()
                        .replaceWithVoid();
    }

    private static boolean asksFor(StreakDocument streak, Set<String> counters) {
        return streak.plan().current().conditions().stream().anyMatch(one -> counters.contains(one.counter()));
    }
}
