package dev.regulars.identity.directory.field.value;

import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.identity.CustomFieldEvent.MemberFieldChanged;
import dev.regulars.identity.directory.field.definition.FieldDefinition;
import dev.regulars.identity.directory.field.definition.FieldType;
import dev.regulars.identity.directory.history.HistoryDocument;
import dev.regulars.identity.directory.member.MemberDocument;
import dev.regulars.identity.directory.member.MemberFieldWrites;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Values of one locked member that change together: what is written, told and remembered of them.
 *
 * @param at not before the member's latest entry in the history
 */
public record FieldChanges(MemberDocument member, List<FieldChange> changes, ValueSource source, Instant at) {

    /** A value that is there already is no change. */
    public static FieldChanges of(
            MemberDocument member, Map<FieldDefinition, @Nullable Object> values, ValueSource source, Instant at) {
        List<FieldChange> changes = new ArrayList<>();
        values.forEach((field, value) -> {
            Object before = MemberFieldWrites.value(member, field.id());
            if (!Objects.equals(FieldType.shown(before), FieldType.shown(value))) {
                changes.add(new FieldChange(field, before, value));
            }
        });
        return new FieldChanges(member, changes, source, at);
    }

    /** @param latest of the member's entries */
    public static Instant at(Instant now, @Nullable Instant latest) {
        return latest == null || now.isAfter(latest) ? now : latest;
    }

    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** By the id of the field. */
    public Map<String, @Nullable Object> values() {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        changes.forEach(change -> values.put(change.field().id(), change.value()));
        return values;
    }

    public List<MemberFieldChanged> events() {
        return changes.stream().map(change -> change.event(member, source, at)).toList();
    }

    /** The numbers of the events are the order of the entries. */
    public List<HistoryDocument> entries(Tx tx) {
        List<HistoryDocument> entries = new ArrayList<>();
        long number = member.version.n();
        for (FieldChange change : changes) {
            number++;
            entries.add(HistoryDocument.of(tx, member, number, change, source, at));
        }
        return entries;
    }
}
