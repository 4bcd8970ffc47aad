package dev.regulars.identity.directory.bulk.work;

import dev.regulars.eventing.DuplicateKey;
import dev.regulars.eventing.once.Transactions;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.identity.directory.bulk.job.BulkJobDocument;
import dev.regulars.identity.directory.bulk.job.BulkRowDocument;
import dev.regulars.web.refusal.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes what rows change in the directory, in one transaction with their outcomes. */
@ApplicationScoped
class RowWriter {

    private final FailedRows failed;
    private final Transactions transactions;
    private final Outbox outbox;

    RowWriter(FailedRows failed, Transactions transactions, Outbox outbox) {
        this.failed = failed;
        this.transactions = transactions;
        this.outbox = outbox;
    }

    /** Answers which rows are refused, by their numbers; they have no outcome yet. */
    Uni<Map<Integer, Refusal>> write(RowContext context, List<PlannedRow> rows) {
        return rows.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : context.lease().keep().chain(() -> together(context.job(), rows)
                        .onFailure(failure -> !failed.isOutage(failure))
                        .recoverWithUni(failure ->
                                rows.size() == 1 ? alone(context, rows.getFirst(), failure) : halves(context, rows)));
    }

    private Uni<Map<Integer, Refusal>> together(BulkJobDocument job, List<PlannedRow> rows) {
        return transactions.in(job.communityId, job.uploader.actor(), tx -> MemberChanges.write(tx, rows)
                .call(refused -> BulkRowDocument.insertAll(tx, outcomes(rows, refused))));
    }

    private static List<BulkRowDocument> outcomes(List<PlannedRow> rows, Map<Integer, Refusal> refused) {
        return rows.stream()
                .filter(row -> !refused.containsKey(row.number()))
                .map(PlannedRow::outcome)
                .toList();
    }

    /** One row that cannot be written does not stop the others. */
    private Uni<Map<Integer, Refusal>> halves(RowContext context, List<PlannedRow> rows) {
        int half = rows.size() / 2;
        return write(context, rows.subList(0, half))
                .chain(first -> write(context, rows.subList(half, rows.size())).map(second -> {
                    Map<Integer, Refusal> both = new HashMap<>(first);
                    both.putAll(second);
                    return both;
                }));
    }

    private Uni<Map<Integer, Refusal>> alone(RowContext context, PlannedRow row, Throwable failure) {
        Uni<Boolean> wasFirst = DuplicateKey.is(failure)
                ? BulkRowDocument.exists(outbox.alone(context.job().communityId), context.job(), row.number())
                : Uni.createFrom().item(false);
        return wasFirst.map(another -> another
                ? Map.of()
                : failed.refusal(context, row.row(), failure)
                        .map(no -> Map.of(row.number(), no))
                        .orElse(Map.of()));
    }
}
