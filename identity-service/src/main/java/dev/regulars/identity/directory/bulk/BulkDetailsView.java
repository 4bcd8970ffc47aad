package dev.regulars.identity.directory.bulk;

import dev.regulars.identity.directory.bulk.job.BulkRowDocument;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How far a bulk job is, and the outcomes of its first thousand rows; the result file has all. */
@Schema(name = "BulkJobDetails", examples = """
        {"_id": "66b1f2a8a4d3e5f607182960", "type": "bulk-update", "status": "completed", "dryRun": false, "total": 1,
         "processed": 1, "succeeded": 1, "failed": 0, "createdAt": "2026-03-10T16:15:50.123Z",
         "updatedAt": "2026-03-10T16:15:52.123Z",
         "rows": [{"row": 1, "identifier": "ben@example.com", "status": "succeeded", "message": null}]}""")
record BulkDetailsView(
        String _id,

        @Schema(description = "`bulk-update`, `bulk-import` or `premium-currency-bulk-update`")
        String type,

        @Schema(description = "As in the list of jobs") String status,

        @Schema(description = "Whether rows are only checked")
        boolean dryRun,

        @Schema(description = "Rows of the file") long total,

        @Schema(description = "Rows with an outcome: `succeeded` + `failed`")
        long processed,

        long succeeded,
        long failed,
        Instant createdAt,
        Instant updatedAt,

        @Schema(description = "Those with an outcome, in their order, at most 1000")
        List<RowView> rows) {

    /** The outcome of a row. */
    @Schema(name = "BulkRow")
    record RowView(
            @Schema(description = "Counted from 1 behind the header")
            int row,

            @Schema(description = "The cell that names the member; empty where the row cannot be read")
            String identifier,

            @Schema(description = "`succeeded` or `failed`") String status,

            @Schema(description = "Why it failed, or what is still to happen") @Nullable
            String message) {

        static RowView of(BulkRowDocument outcome) {
            return new RowView(outcome.row, outcome.identifier, outcome.status, outcome.message);
        }
    }

    static BulkDetailsView of(BulkJobView job, List<BulkRowDocument> rows) {
        return new BulkDetailsView(
                job._id(),
                job.type(),
                job.status(),
                job.dryRun(),
                job.total(),
                job.processed(),
                job.succeeded(),
                job.failed(),
                job.createdAt(),
                job.updatedAt(),
                rows.stream().map(RowView::of).toList());
    }
}
