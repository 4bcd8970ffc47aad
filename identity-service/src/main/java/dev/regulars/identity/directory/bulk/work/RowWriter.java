package dev.regulars.identity.directory.bulk.work;

import dev.regulars.eventing.once.Transactions;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.identity.directory.bulk.job.BulkJobDocument;
import dev.regulars.identity.directory.bulk.job.BulkRowDocument;
import dev.regulars.identity.directory.bulk.row.BulkRow;
import dev.regulars.identity.directory.bulk.row.RowPlan;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a row does to a member. The ledger knows the row by its id; all else is one transaction with the row's outcome. So a row
 * that is applied again after a crash changes nothing twice.
 */
@ApplicationScoped
class RowWriter {

    private final LedgerClient ledger;
    private final MemberChanges changes;
    private final Transactions transactions;
    private final Outbox outbox;

    RowWriter(LedgerClient ledger, MemberChanges changes, Transactions transactions, Outbox outbox) {
        this.ledger = ledger;
        this.changes = changes;
        this.transactions = transactions;
        this.outbox = outbox;
    }

    /** Where the second step is refused for good, the first one is taken back. */
    Uni<Void> write(
            RowContext context, BulkRow row, RowPlan plan, String accountId, String userId, @Nullable String message) {
        BulkJobDocument job = context.job();
        BulkRowDocument outcome = BulkRowDocument.succeeded(job, row, message);
        if (!plan.hasPostings()) {
            return change(job, plan, accountId, outcome);
        }
        return ledger.post(job.communityId, outcome.id, accountId, userId, plan)
                .chain(() -> change(job, plan, accountId, outcome)
                        .onFailure(RowApplier::isForGood)
                        .call(() -> ledger.voidCause(job.communityId, outcome.id)));
    }

    private Uni<Void> change(BulkJobDocument job, RowPlan plan, String accountId, BulkRowDocument outcome) {
        return plan.changesMember()
                ? transactions.in(job.communityId, job.uploader.actor(), tx -> changes.write(tx, accountId, plan)
                        .chain(() -> outcome.insert(tx))
                        .replaceWithVoid())
                : outcome.insert(outbox.alone(job.communityId)).replaceWithVoid();
    }
}
