package dev.regulars.identity.directory.bulk;

import static dev.regulars.identity.directory.bulk.BulkUpdateResource.DRY_RUN;
import static dev.regulars.identity.directory.bulk.BulkUpdateResource.REFUSED;
import static dev.regulars.identity.directory.bulk.BulkUpdateResource.REPEAT;
import static dev.regulars.web.caller.Level.ADMIN;
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
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

@Path("/integration/users/premium-currency/bulk-update")
@Tag(ref = "Bulk operations")
class PremiumCurrencyResource {

    private final BulkJobs jobs;
    private final BulkUploads uploads;
    private final BulkWorker worker;
    private final Once once;
    private final Caller caller;

    PremiumCurrencyResource(BulkJobs jobs, BulkUploads uploads, BulkWorker worker, Once once, Caller caller) {
        this.jobs = jobs;
        this.uploads = uploads;
        this.worker = worker;
        this.once = once;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Needs(level = ADMIN, permission = BULK_UPDATE_USER)
    @Says(QueuedBulkView.UPDATE)
    @Refuses(kind = CONFLICT, when = REFUSED)
    @Refuses(kind = TOO_LARGE, when = "The file has more than 100 MiB")
    @Operation(
            operationId = "bulkUpdatePremiumCurrency",
            summary = "Change the premium currency of many members by a CSV file",
            description = "Columns: `email`, `premium_currency_op`, `premium_currency`.")
    public Uni<QueuedBulkView> update(
            @RestForm FileUpload data,
            @Parameter(description = DRY_RUN) @QueryParam("dryRun") @Nullable Boolean dryRun,
            @Parameter(description = REPEAT) @QueryParam("repeat") @Nullable Boolean repeat) {
        var community = caller.community();
        boolean isDry = Boolean.TRUE.equals(dryRun);
        boolean mayRepeat = Boolean.TRUE.equals(repeat);
        return once.perform(
                        QueuedBulkView.class,
                        () -> uploads.store(community, BulkKind.PREMIUM, isDry, mayRepeat, data),
                        (tx, file) -> jobs.queue(tx, file).map(job -> QueuedBulkView.of(job.id, QueuedBulkView.UPDATE)))
                .invoke(worker::wake);
    }
}
