package dev.regulars.identity.directory.field.value;

import static dev.regulars.web.refusal.Refusal.invalid;

import dev.regulars.eventing.outbox.Tx;
import dev.regulars.identity.directory.field.definition.FieldDefinition;
import dev.regulars.identity.directory.field.definition.FieldDefinitions;
import dev.regulars.identity.directory.history.HistoryDocument;
import dev.regulars.identity.directory.member.MemberDocument;
import dev.regulars.identity.directory.member.MemberFieldWrites;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Changes values of members' custom fields. Value and history entry are true together, so the {@link Tx} is one of a transaction
 * ({@code once.together}); a value that is there already is no change and leaves no entry.
 */
@ApplicationScoped
public class MemberFields {

    private final FieldDefinitions definitions;

    MemberFields(FieldDefinitions definitions) {
        this.definitions = definitions;
    }

    /**
     * @param values as JSON has them, by id or name of the field; null removes one
     * @return an entry for each value that changed
     */
    public Uni<List<HistoryDocument>> set(
            Tx tx, String accountId, Map<String, @Nullable Object> values, ValueSource source) {
        return definitions.of(tx).chain(all -> {
            Map<FieldDefinition, @Nullable Object> typed = new LinkedHashMap<>();
            values.forEach((name, value) -> {
                FieldDefinition field = find(all, name);
                typed.put(field, value == null ? removed(field) : field.value(value));
            });
            return setTyped(tx, accountId, typed, source);
        });
    }

    /** The same for values that {@link FieldDefinition} made. */
    public Uni<List<HistoryDocument>> setTyped(
            Tx tx, String accountId, Map<FieldDefinition, @Nullable Object> values, ValueSource source) {
        return MemberFieldWrites.lock(tx, accountId).chain(member -> HistoryDocument.latestAt(tx, accountId)
                .chain(latest -> set(tx, member, values, source, FieldChanges.at(tx.now(), latest))));
    }

    /** The same at a time that is not before the latest entry. */
    public Uni<List<HistoryDocument>> set(
            Tx tx,
            MemberDocument member,
            Map<FieldDefinition, @Nullable Object> values,
            ValueSource source,
            Instant at) {
        var changes = FieldChanges.of(member, values, source, at);
        List<HistoryDocument> entries = changes.entries(tx);
        return changes.isEmpty()
                ? Uni.createFrom().item(List.of())
                : MemberFieldWrites.write(tx, member, changes.values(), changes.events())
                        .chain(() -> HistoryDocument.insert(tx, entries))
                        .replaceWith(entries);
    }

    static FieldDefinition find(List<FieldDefinition> all, String name) {
        return all.stream()
                .filter(field -> field.isCalled(name))
                .findFirst()
                .orElseThrow(() -> invalid(name, "is an unknown field"));
    }

    private static @Nullable Object removed(FieldDefinition field) {
        if (field.required()) {
            throw invalid(field.field(), "is required");
        }
        return null;
    }
}
