package dev.regulars.identity.directory.bulk;

import static dev.regulars.web.caller.Level.ADMIN;
import static dev.regulars.web.caller.Permission.BULK_IMPORT_USER;
import static dev.regulars.web.caller.Permission.BULK_UPDATE_USER;
import static dev.regulars.web.refusal.Kind.CONFLICT;
import static dev.regulars.web.refusal.Kind.TOO_LARGE;

import dev.regulars.eventing.once.Once;
import dev.regulars.identity.directory.bulk.row.BulkKind;
import dev.regulars.identity.directory.bulk.work.BulkWorker;
import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.operation.Refuses;
import dev.regulars.web.operation.Says;
import dev.regulars.web.refusal.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

@Path("/integration/users/bulk-update")
@Tag(name = "Bulk operations", description = "Files that import, update or pay many members")
class BulkUpdateResource {

    static final String DRY_RUN = "Whether to check the rows only, and to apply none";
    static final String REPEAT = "Whether to apply a file again that was uploaded before";
    static final String REFUSED = "The same file was uploaded before, or 20 jobs of the community are open";

    private final BulkJobs jobs;
    private final BulkUploads uploads;
    private final BulkWorker worker;
    private final Once once;
    private final Caller caller;

    BulkUpdateResource(BulkJobs jobs, BulkUploads uploads, BulkWorker worker, Once once, Caller caller) {
        this.jobs = jobs;
        this.uploads = uploads;
        this.worker = worker;
        this.once = once;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Needs(
            level = ADMIN,
            permission = {BULK_UPDATE_USER, BULK_IMPORT_USER})
    @Says(QueuedBulkView.UPDATE)
    @Refuses(kind = CONFLICT, when = REFUSED)
    @Refuses(kind = TOO_LARGE, when = "The file has more than 100 MiB")
    @Operation(
            operationId = "bulkUpdateUsers",
            summary = "Update many members by a CSV file, or import them",
            description =
                    "`data` is a CSV file in UTF-8 whose first line names the columns. `email`, `username` or `user_id` names the "
                            + "member. Empty cells change nothing; beside a numeric column, `<column>_op` is `add`, `subtract` or "
                            + "`overwrite`. A form with `communityId` is an import: each row creates a member, and a key needs "
                            + "`bulkImportUser`. Rows that cannot be applied are reported and do not stop the others.")
    public Uni<QueuedBulkView> update(
            @RestForm FileUpload data,
            @RestForm("communityId") Optional<String> importInto,
            @Parameter(description = DRY_RUN) @QueryParam("dryRun") @Nullable Boolean dryRun,
            @Parameter(description = REPEAT) @QueryParam("repeat") @Nullable Boolean repeat) {
        if (importInto.isEmpty()) {
            caller.checkHolds(BULK_UPDATE_USER);
            return queue(BulkKind.UPDATE, QueuedBulkView.UPDATE, dryRun, repeat, data);
        }
        caller.checkHolds(BULK_IMPORT_USER);
        if (!importInto.get().equals(caller.community().id())) {
            throw Refusal.notFound("community", importInto.get());
        }
        return queue(BulkKind.IMPORT, QueuedBulkView.IMPORT, dryRun, repeat, data);
    }

    private Uni<QueuedBulkView> queue(
            BulkKind kind,
            String message,
            @Nullable Boolean dryRun,
            @Nullable Boolean repeat,
            @Nullable FileUpload data) {
        var community = caller.community();
        return once.perform(
                        QueuedBulkView.class,
                        () -> uploads.store(
                                community, kind, Boolean.TRUE.equals(dryRun), Boolean.TRUE.equals(repeat), data),
                        (tx, file) -> jobs.queue(tx, file).map(job -> QueuedBulkView.of(job.id, message)))
                .invoke(worker::wake);
    }
}
