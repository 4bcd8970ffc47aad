package dev.regulars.identity.directory.bulk.work;

import dev.regulars.identity.IdentityError;
import dev.regulars.identity.directory.bulk.job.BulkJobDocument;
import dev.regulars.identity.directory.bulk.row.BulkKind;
import dev.regulars.identity.directory.bulk.row.BulkRow;
import dev.regulars.identity.directory.bulk.row.RowPlan;
import dev.regulars.identity.directory.bulk.row.RowRules;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Decides what rows are to do, as far as the file and the members before it tell. */
@ApplicationScoped
class RowPlanner {

    private final RowRules rules;
    private final FailedRows failed;

    RowPlanner(RowRules rules, FailedRows failed) {
        this.rules = rules;
        this.failed = failed;
    }

    /** Rows that are to be tried again are left out. */
    List<PlannedRow> plan(RowContext context, List<BulkRow> rows) {
        return rows.stream()
                .map(row -> planOrRefuse(context, row))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<PlannedRow> planOrRefuse(RowContext context, BulkRow row) {
        try {
            return Optional.of(plan(context, row));
        } catch (RuntimeException failure) {
            return failed.refused(context, row, failure);
        }
    }

    private PlannedRow plan(RowContext context, BulkRow row) {
        BulkJobDocument job = context.job();
        if (row.fault() != null) {
            return PlannedRow.refused(job, row, row.fault());
        }
        RowPlan plan = rules.plan(job.kind, job.identifiedBy, row, context.columns());
        RowPlan effect = job.dryRun ? RowPlan.NOTHING : plan;
        if (job.kind != BulkKind.IMPORT) {
            return PlannedRow.of(job, row, effect, context.member(row));
        }
        if (job.dryRun && context.joined(row) != null) {
            throw IdentityError.EMAIL_TAKEN.because("dry run");
        }
        return PlannedRow.ofNewcomer(job, row, effect);
    }
}
