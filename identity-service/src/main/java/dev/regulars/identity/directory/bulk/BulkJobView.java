package dev.regulars.identity.directory.bulk;

import dev.regulars.identity.directory.bulk.job.BulkJobDocument;
import dev.regulars.identity.directory.bulk.job.JobCounts;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a bulk job is (contract §3.2.3). */
@Schema(name = "BulkJob", examples = """
        {"_id": "66b1f2a8a4d3e5f607182960", "type": "bulk-update", "status": "completed", "dryRun": false, "total": 2,
         "processed": 2, "succeeded": 1, "failed": 1, "createdAt": "2026-03-10T16:15:50.123Z",
         "updatedAt": "2026-03-10T16:15:52.123Z"}""")
record BulkJobView(
        String _id,

        @Schema(description = "`bulk-update`, `bulk-import` or `premium-currency-bulk-update`")
        String type,

        @Schema(
                description =
                        "`queued`, `processing`, `completed`, `cancelled`, or `failed` where the file is gone. Rows that failed do not make a job `failed`")
        String status,

        @Schema(description = "Whether rows are only checked")
        boolean dryRun,

        @Schema(description = "Rows of the file") long total,

        @Schema(description = "Rows with an outcome: `succeeded` + `failed`")
        long processed,

        long succeeded,
        long failed,
        Instant createdAt,
        Instant updatedAt) {

    static BulkJobView of(BulkJobDocument job, JobCounts counts) {
        return new BulkJobView(
                job.id,
                job.kind.type(),
                job.status,
                job.dryRun,
                job.total,
                counts.processed(),
                counts.succeeded(),
                counts.failed(),
                job.createdAt,
                job.updatedAt);
    }
}
