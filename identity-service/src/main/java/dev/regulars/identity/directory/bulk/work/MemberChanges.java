package dev.regulars.identity.directory.bulk.work;

import dev.regulars.eventing.outbox.Tx;
import dev.regulars.identity.directory.bulk.row.FieldCell;
import dev.regulars.identity.directory.bulk.row.ProfileCells;
import dev.regulars.identity.directory.bulk.row.RowPlan;
import dev.regulars.identity.directory.field.definition.FieldDefinition;
import dev.regulars.identity.directory.field.value.MemberFields;
import dev.regulars.identity.directory.field.value.ValueSource;
import dev.regulars.identity.directory.member.Directory;
import dev.regulars.identity.directory.member.Directory.ProfileChange;
import dev.regulars.identity.directory.member.MemberDocument;
import dev.regulars.identity.directory.member.MemberFieldWrites;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a row changes of a member beside balances; as part of the transaction that has the outcome of the row. */
@ApplicationScoped
class MemberChanges {

    private final Directory directory;
    private final MemberFields values;

    MemberChanges(Directory directory, MemberFields values) {
        this.directory = directory;
        this.values = values;
    }

    Uni<Void> write(Tx tx, String accountId, RowPlan plan) {
        return fields(tx, accountId, plan.fields())
                .chain(() -> profile(tx, accountId, plan.profile()))
                .chain(() -> tags(tx, accountId, plan.tags()));
    }

    private Uni<Void> fields(Tx tx, String accountId, List<FieldCell> cells) {
        return cells.isEmpty()
                ? Uni.createFrom().voidItem()
                : values.setBy(tx, accountId, member -> after(member, cells), ValueSource.BULK)
                        .replaceWithVoid();
    }

    private static Map<FieldDefinition, @Nullable Object> after(MemberDocument member, List<FieldCell> cells) {
        Map<FieldDefinition, @Nullable Object> typed = new LinkedHashMap<>();
        cells.forEach(cell -> typed.put(
                cell.field(),
                cell.after(MemberFieldWrites.value(member, cell.field().id()))));
        return typed;
    }

    private Uni<Void> profile(Tx tx, String accountId, ProfileCells cells) {
        return cells.isEmpty()
                ? Uni.createFrom().voidItem()
                : directory.profile(
                        tx,
                        accountId,
                        new ProfileChange(cells.firstName(), cells.lastName(), cells.nickname(), cells.language()));
    }

    private Uni<Void> tags(Tx tx, String accountId, @Nullable List<String> tags) {
        return tags == null ? Uni.createFrom().voidItem() : directory.tag(tx, accountId, tags);
    }
}
