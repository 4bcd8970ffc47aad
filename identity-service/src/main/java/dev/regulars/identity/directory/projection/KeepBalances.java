package dev.regulars.identity.directory.projection;

import static java.util.stream.Collectors.toMap;

import dev.regulars.eventing.consumer.EventConsumer;
import dev.regulars.eventing.consumer.ReceivedEvent;
import dev.regulars.events.gamification.GamificationEvent;
import dev.regulars.events.gamification.GamificationEvent.BalanceChanged;
import dev.regulars.events.gamification.GamificationEvent.LoginStreakChanged;
import dev.regulars.events.gamification.GamificationEvent.TagGranted;
import dev.regulars.identity.directory.member.MemberProjection;
import dev.regulars.identity.directory.member.Sources.Balances;
import dev.regulars.identity.directory.projection.BalanceWrites.MemberBalances;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Applies the events of gamification-service to the directory: of a batch, the newest balances of each member in one write. */
@ApplicationScoped
class KeepBalances {

    private final EventConsumer consumer;
    private final MemberProjection members;
    private final ProjectionLag lag;

    KeepBalances(EventConsumer consumer, MemberProjection members, ProjectionLag lag) {
        this.consumer = consumer;
        this.members = members;
        this.lag = lag;
    }

    void start(@Observes StartupEvent started) {
        consumer.consumeTogether(
                "balances", GamificationEvent.class, batch -> keep(batch).invoke(() -> batch.forEach(lag::record)));
    }

    private Uni<Void> keep(List<ReceivedEvent<GamificationEvent>> batch) {
        Collection<MemberBalances> newest = newest(batch).values();
        return store(newest).chain(() -> each(batch, this::keepOther));
    }

    private Uni<Void> keepOther(ReceivedEvent<GamificationEvent> received) {
        return switch (received.event()) {
            case TagGranted granted -> members.addTag(granted.community(), granted.accountId(), granted.tag());
            case LoginStreakChanged streak ->
                members.loginStreak(
                        streak.community(), streak.accountId(), received.version(), streak.count(), streak.until());
            default -> Uni.createFrom().voidItem();
        };
    }

    private Uni<Void> store(Collection<MemberBalances> balances) {
        return balances.isEmpty()
                ? Uni.createFrom().voidItem()
                : BalanceWrites.store(balances)
                        .chain(all -> all ? Uni.createFrom().voidItem() : storeWithEntries(balances));
    }

    /** Who has no entry yet gets one. All are stored again: another consumer may have made an entry since the first write. */
    private Uni<Void> storeWithEntries(Collection<MemberBalances> balances) {
        return BalanceWrites.withoutEntry(balances)
                .chain(missing -> each(missing, one -> members.ensureEntry(one.community(), one.accountId())))
                .chain(() -> BalanceWrites.store(balances))
                .replaceWithVoid();
    }

    private static Map<String, MemberBalances> newest(List<ReceivedEvent<GamificationEvent>> batch) {
        return batch.stream()
                .filter(received -> received.event() instanceof BalanceChanged)
                .map(received -> balances((BalanceChanged) received.event(), received))
                .collect(toMap(MemberBalances::id, one -> one, MemberBalances::newer));
    }

    private static MemberBalances balances(BalanceChanged change, ReceivedEvent<?> received) {
        return new MemberBalances(
                change.community(),
                change.accountId(),
                Balances.of(
                        received.version(),
                        change.balances(),
                        change.day(),
                        change.xpEarnedToday(),
                        change.coinsEarnedToday()));
    }

    private static <T> Uni<Void> each(Collection<T> all, Function<T, Uni<? extends @Nullable Void>> work) {
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(work)
                .collect()
                .last();
    }
}
