package dev.regulars.identity.directory.bulk.work;

import static java.util.stream.Collectors.toMap;

import dev.regulars.eventing.outbox.Tx;
import dev.regulars.identity.directory.bulk.row.FieldCell;
import dev.regulars.identity.directory.bulk.row.ProfileCells;
import dev.regulars.identity.directory.bulk.row.RowPlan;
import dev.regulars.identity.directory.field.definition.FieldDefinition;
import dev.regulars.identity.directory.field.value.FieldChanges;
import dev.regulars.identity.directory.field.value.ValueSource;
import dev.regulars.identity.directory.history.HistoryDocument;
import dev.regulars.identity.directory.member.MemberDocument;
import dev.regulars.identity.directory.member.MemberFieldWrites;
import dev.regulars.identity.directory.member.MemberGroupWrites;
import dev.regulars.identity.directory.member.MemberGroupWrites.MemberChange;
import dev.regulars.identity.directory.member.MemberGroupWrites.ProfileChange;
import dev.regulars.web.refusal.Refusal;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What rows change of their members beside balances, as part of one transaction. */
final class MemberChanges {

    private final Tx tx;
    private final Map<String, MemberDocument> members;
    private final Map<String, Instant> latestAt;
    private final List<MemberChange> changes = new ArrayList<>();
    private final List<HistoryDocument> entries = new ArrayList<>();
    private final Map<Integer, Refusal> refused = new HashMap<>();

    private MemberChanges(Tx tx, Map<String, MemberDocument> members, Map<String, Instant> latestAt) {
        this.tx = tx;
        this.members = members;
        this.latestAt = latestAt;
    }

    /** Answers which rows are refused, by their numbers; nothing of them is written. */
    static Uni<Map<Integer, Refusal>> write(Tx tx, List<PlannedRow> rows) {
        Map<String, PlannedRow> changing = rows.stream()
                .filter(row -> row.plan().changesMember())
                .collect(toMap(PlannedRow::accountId, row -> row)); // fails where two rows are about one member
        return changing.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : MemberGroupWrites.lock(tx, changing.keySet())
                        .chain(members -> HistoryDocument.latestAt(tx, changing.keySet())
                                .map(latestAt -> new MemberChanges(tx, members, latestAt)))
                        .chain(group -> group.write(changing));
    }

    private Uni<Map<Integer, Refusal>> write(Map<String, PlannedRow> rows) {
        rows.values().forEach(this::addOrRefuse);
        return MemberGroupWrites.write(tx, changes)
                .chain(() -> HistoryDocument.insert(tx, entries))
                .replaceWith(refused);
    }

    private void addOrRefuse(PlannedRow row) {
        try {
            add(row.accountId(), row.plan());
        } catch (Refusal no) {
            refused.put(row.number(), no);
        }
    }

    private void add(String accountId, RowPlan plan) {
        MemberDocument member = members.get(accountId);
        if (member == null) {
            throw Refusal.notFound("member", accountId);
        }
        var fields = FieldChanges.of(
                member,
                values(member, plan.fields()),
                ValueSource.BULK,
                FieldChanges.at(tx.now(), latestAt.get(accountId)));
        changes.add(new MemberChange(member, fields.values(), fields.events(), profile(plan.profile()), plan.tags()));
        entries.addAll(fields.entries(tx));
    }

    private static @Nullable ProfileChange profile(ProfileCells cells) {
        return cells.isEmpty()
                ? null
                : new ProfileChange(cells.firstName(), cells.lastName(), cells.nickname(), cells.language());
    }

    private static Map<FieldDefinition, @Nullable Object> values(MemberDocument member, List<FieldCell> cells) {
        Map<FieldDefinition, @Nullable Object> values = new LinkedHashMap<>();
        cells.forEach(cell -> values.put(
                cell.field(),
                cell.after(MemberFieldWrites.value(member, cell.field().id()))));
        return values;
    }
}
