package dev.regulars.identity.directory.bulk.work;

import dev.regulars.identity.directory.bulk.job.BulkJobDocument;
import dev.regulars.identity.directory.bulk.job.BulkRowDocument;
import dev.regulars.identity.directory.bulk.row.BulkRow;
import dev.regulars.identity.directory.bulk.row.RowPlan;
import dev.regulars.identity.directory.member.MemberDocument;

/**
 * A row on its way.
 *
 * @param plan what is to be written; nothing for a row that is refused or only checked
 * @param accountId of the member; empty where there is none
 * @param userId of the member, decimal; empty where there is none
 * @param outcome once the plan is written
 */
record PlannedRow(BulkRow row, RowPlan plan, String accountId, String userId, BulkRowDocument outcome) {

    static PlannedRow of(BulkJobDocument job, BulkRow row, RowPlan plan, MemberDocument member) {
        return new PlannedRow(row, plan, member.accountId, member.userId, BulkRowDocument.succeeded(job, row, null));
    }

    /** Of an import: there is no member yet. */
    static PlannedRow ofNewcomer(BulkJobDocument job, BulkRow row, RowPlan plan) {
        return new PlannedRow(row, plan, "", "", BulkRowDocument.succeeded(job, row, null));
    }

    static PlannedRow refused(BulkJobDocument job, BulkRow row, String reason) {
        return new PlannedRow(row, RowPlan.NOTHING, "", "", BulkRowDocument.failed(job, row, reason));
    }

    boolean isRefused() {
        return BulkRowDocument.FAILED.equals(outcome.status);
    }

    int number() {
        return row.number();
    }

    /** Of the row, for ever: the ledger knows the row by it, too. */
    String id() {
        return outcome.id;
    }
}
