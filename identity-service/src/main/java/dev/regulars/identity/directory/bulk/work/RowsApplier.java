package dev.regulars.identity.directory.bulk.work;

import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.identity.directory.bulk.job.BulkJobDocument;
import dev.regulars.identity.directory.bulk.job.BulkRowDocument;
import dev.regulars.identity.directory.bulk.row.BulkRow;
import dev.regulars.web.refusal.Refusal;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Applies rows together: accounts first, then balances, which the ledger posts once for each id of a row, then all else in one
 * transaction with the outcomes. So rows that are applied again after a crash change nothing twice.
 */
@ApplicationScoped
class RowsApplier {

    private final RowPlanner planner;
    private final ImportRows imports;
    private final LedgerClient ledger;
    private final RowWriter writer;
    private final FailedRows failed;
    private final Outbox outbox;

    RowsApplier(
            RowPlanner planner,
            ImportRows imports,
            LedgerClient ledger,
            RowWriter writer,
            FailedRows failed,
            Outbox outbox) {
        this.planner = planner;
        this.imports = imports;
        this.ledger = ledger;
        this.writer = writer;
        this.failed = failed;
        this.outbox = outbox;
    }

    Uni<Void> apply(RowContext context, List<BulkRow> rows) {
        return imports.create(context, planner.plan(context, rows))
                .chain(planned -> post(context, planned))
                .chain(posted -> writer.write(context, posted).chain(refused -> takeBack(context, posted, refused)));
    }

    private Uni<List<PlannedRow>> post(RowContext context, List<PlannedRow> rows) {
        List<PlannedRow> posting =
                rows.stream().filter(row -> row.plan().hasPostings()).toList();
        return ledger.post(context.job().communityId, posting).map(refused -> rows.stream()
                .flatMap(row -> unlessRefused(context, row, refused.get(row.number())))
                .toList());
    }

    private Stream<PlannedRow> unlessRefused(RowContext context, PlannedRow row, @Nullable Refusal no) {
        return no == null ? Stream.of(row) : failed.refused(context, row.row(), no).stream();
    }

    /** What the ledger posted for rows that are refused after all. Only then they get their outcome. */
    private Uni<Void> takeBack(RowContext context, List<PlannedRow> rows, Map<Integer, Refusal> refused) {
        BulkJobDocument job = context.job();
        List<PlannedRow> those = new ArrayList<>();
        List<BulkRowDocument> outcomes = new ArrayList<>();
        for (PlannedRow row : rows) {
            Refusal no = refused.get(row.number());
            if (no != null) {
                those.add(row);
                outcomes.add(BulkRowDocument.failed(job, row.row(), no.said()));
            }
        }
        return Multi.createFrom()
                .iterable(those)
                .filter(row -> row.plan().hasPostings())
                .onItem()
                .transformToUniAndConcatenate(row -> ledger.voidCause(job.communityId, row.id()))
                .collect()
                .last()
                .chain(() -> BulkRowDocument.insertAll(outbox.alone(job.communityId), outcomes));
    }
}
