package dev.regulars.identity.directory.bulk.upload;

import dev.regulars.identity.directory.bulk.row.BulkKind;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/**
 * A file as it was sent, and what is to be done with it.
 *
 * @param mayRepeat whether the same file may have been applied before
 */
record BulkFile(BulkKind kind, @Nullable FileUpload data, boolean dryRun, boolean mayRepeat) {

    static final String DRY_RUN = "Whether to check the rows only, and to apply none";
    static final String REPEAT = "Whether to apply a file again that was uploaded before";
    static final String REFUSED = "The same file was uploaded before, or 20 jobs of the community are open";
    static final String TOO_LARGE = "The file has more than 100 MiB";

    static BulkFile of(BulkKind kind, @Nullable FileUpload data, @Nullable Boolean dryRun, @Nullable Boolean repeat) {
        return new BulkFile(kind, data, Boolean.TRUE.equals(dryRun), Boolean.TRUE.equals(repeat));
    }
}
