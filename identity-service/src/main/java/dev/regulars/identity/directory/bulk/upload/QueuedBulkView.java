package dev.regulars.identity.directory.bulk.upload;

import dev.regulars.identity.directory.bulk.row.BulkKind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A file was accepted (contract §3.2.1, §3.2.2). */
@Schema(name = "QueuedBulk", examples = """
        {"_id": "66b1f2a8a4d3e5f607182960",
         "message": "Bulk update user process is queued. You can check in Api Log ( community settings )"}""")
record QueuedBulkView(
        @Schema(description = "Id of the job, to ask how far it is")
        String _id,

        String message) {

    static final String UPDATE = "Bulk update user process is queued";
    static final String IMPORT = "Bulk import user process is queued";
    private static final String WHERE = ". You can check in Api Log ( community settings )";

    static QueuedBulkView of(String jobId, BulkKind kind) {
        return new QueuedBulkView(jobId, (kind == BulkKind.IMPORT ? IMPORT : UPDATE) + WHERE);
    }
}
