package dev.regulars.identity.directory.bulk.work;

import dev.regulars.identity.directory.bulk.row.BulkRow;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.refusal.Refusal;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.Optional;

/** What becomes of rows that could not be applied. */
@ApplicationScoped
class FailedRows {

    private final Instance<Refusal.Passing> passing;

    FailedRows(@Any Instance<Refusal.Passing> passing) {
        this.passing = passing;
    }

    /** Why the row is refused; empty where it is to be tried again. */
    Optional<Refusal> refusal(RowContext context, BulkRow row, Throwable failure) {
        if (failure instanceof Refusal no && !no.kind().passes()) {
            return Optional.of(no);
        }
        if (context.isLastTry() && !(failure instanceof Refusal) && !isOutage(failure)) {
            Log.errorf(failure, "Row %d of bulk job %s cannot be applied", row.number(), context.job().id);
            return Optional.of(Refusal.of(Kind.BROKEN, failure.toString()));
        }
        context.retries().add(failure);
        return Optional.empty();
    }

    /** The row with its refusal; empty where it is to be tried again. */
    Optional<PlannedRow> refused(RowContext context, BulkRow row, Throwable failure) {
        return refusal(context, row, failure).map(no -> PlannedRow.refused(context.job(), row, no.said()));
    }

    /** Whether no other row would fare better now. */
    boolean isOutage(Throwable failure) {
        return passing.stream().anyMatch(one -> one.passes(failure));
    }
}
