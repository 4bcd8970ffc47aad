package dev.regulars.gamification.streak.field;

import dev.regulars.eventing.consumer.EventConsumer;
import dev.regulars.eventing.consumer.ReceivedEvent;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.events.identity.CustomFieldEvent.MemberFieldChanged;
import dev.regulars.gamification.streak.StreakDocument;
import dev.regulars.gamification.streak.Streaks;
import dev.regulars.gamification.streak.member.MemberStreaks;
import dev.regulars.gamification.streak.terms.StreakCondition;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps by how much custom fields change that a streak of their community asks for. */
@ApplicationScoped
class KeepFieldChanges {

    private final EventConsumer consumer;
    private final Streaks streaks;
    private final MemberStreaks members;
    private final Outbox outbox;
    private final Clock clock;

    KeepFieldChanges(EventConsumer consumer, Streaks streaks, MemberStreaks members, Outbox outbox, Clock clock) {
        this.consumer = consumer;
        this.streaks = streaks;
        this.members = members;
        this.outbox = outbox;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started) {
        consumer.consume("field-changes", MemberFieldChanged.class, this::keep);
    }

    private Uni<Void> keep(ReceivedEvent<MemberFieldChanged> received) {
        MemberFieldChanged changed = received.event();
        long change = number(changed.value()) - number(changed.previousValue());
        return streaks.of(changed.community()).chain(current -> {
            List<StreakDocument> asking = current.all().stream()
                    .filter(streak -> asksFor(streak, changed.field()))
                    .toList();
            return change == 0 || asking.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : document(received.id(), changed, change)
                            .keep(outbox.alone())
                            .chain(() -> settle(changed, current.enabled() ? asking : List.of()));
        });
    }

    private Uni<Void> settle(MemberFieldChanged changed, List<StreakDocument> asking) {
        return Multi.createFrom()
                .iterable(asking)
                .onItem()
                .transformToUniAndConcatenate(
                        streak -> members.settle(outbox.alone(), streak, changed.accountId(), changed.userId()))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private FieldChangeDocument document(String eventId, MemberFieldChanged changed, long change) {
        var document = new FieldChangeDocument();
        document.id = eventId;
        document.communityId = changed.community();
        document.accountId = changed.accountId();
        document.field = changed.field();
        document.change = change;
        document.happenedAt = changed.changedAt();
        document.at = clock.instant();
        return document;
    }

    private static boolean asksFor(StreakDocument streak, String field) {
        return streak.plan().current().conditions().stream()
                .anyMatch(one -> one.counter().equals(StreakCondition.fieldCounter(field)));
    }

    private static long number(@Nullable Object value) {
        return value instanceof Number number ? number.longValue() : 0;
    }
}
