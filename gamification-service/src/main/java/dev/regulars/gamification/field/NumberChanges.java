package dev.regulars.gamification.field;

import static java.util.Objects.requireNonNullElse;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import dev.regulars.eventing.Version;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import dev.regulars.events.identity.CustomFieldEvent.MemberFieldChanged;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a batch of events changes of numbers. The first change of a member counts what was there before it, too. */
final class NumberChanges {

    /** A value of a member that was changed, as of a version of the member. */
    record ChangedValue(String eventId, Version version, MemberFieldChanged event) {

        boolean isOfANumber() {
            return event.value() instanceof Number || event.previousValue() instanceof Number;
        }
    }

    private record Field(CommunityId community, String fieldId) {

        static Field of(ChangedValue value) {
            return new Field(value.event().community(), value.event().fieldId());
        }
    }

    private final Map<String, Version> first;
    private final Instant now;

    private NumberChanges(Map<String, Version> first, Instant now) {
        this.first = new HashMap<>(first);
        this.now = now;
    }

    /** @param values in order per member */
    static Uni<Void> keep(Tx tx, List<ChangedValue> values) {
        Map<Field, List<ChangedValue>> numbers =
                values.stream().filter(ChangedValue::isOfANumber).collect(groupingBy(Field::of));
        return Multi.createFrom()
                .iterable(numbers.entrySet())
                .onItem()
                .transformToUniAndConcatenate(one -> keep(tx, one.getKey(), one.getValue()))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static Uni<Void> keep(Tx tx, Field field, List<ChangedValue> values) {
        Set<String> members =
                values.stream().map(value -> value.event().accountId()).collect(toSet());
        Instant now = tx.now();
        return NumberChangeDocument.first(tx, field.community(), field.fieldId(), members)
                .map(first -> new NumberChanges(first, now))
                .chain(changes -> NumberChangeDocument.keep(
                        values.stream().map(changes::document).toList(), now));
    }

    private NumberChangeDocument document(ChangedValue value) {
        MemberFieldChanged event = value.event();
        BigDecimal before = isFirst(value) ? BigDecimal.ZERO : number(event.previousValue());
        var change = new NumberChangeDocument();
        change.id = value.eventId();
        change.communityId = event.community();
        change.fieldId = event.fieldId();
        change.accountId = event.accountId();
        change.change = number(event.value()).subtract(before);
        change.isSet = event.value() instanceof Number;
        change.at = event.changedAt();
        change.epoch = value.version().epoch();
        change.n = value.version().n();
        change.storedAt = now;
        return change;
    }

    private boolean isFirst(ChangedValue value) {
        Version oldest = first.merge(
                value.event().accountId(), value.version(), (one, other) -> one.compareTo(other) <= 0 ? one : other);
        return oldest.equals(value.version());
    }

    private static BigDecimal number(@Nullable Object value) {
        return value instanceof Number
                ? new BigDecimal(requireNonNullElse(value, 0).toString())
                : BigDecimal.ZERO;
    }
}
