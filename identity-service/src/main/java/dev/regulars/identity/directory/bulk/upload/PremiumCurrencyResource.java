package dev.regulars.identity.directory.bulk.upload;

import static dev.regulars.web.caller.Level.ADMIN;
import static dev.regulars.web.caller.Permission.BULK_UPDATE_USER;
import static dev.regulars.web.refusal.Kind.CONFLICT;
import static dev.regulars.web.refusal.Kind.TOO_LARGE;
import static java.util.Objects.requireNonNull;

import dev.regulars.eventing.once.Once;
import dev.regulars.identity.directory.bulk.row.BulkKind;
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

    private final BulkQueue queue;
    private final Once once;
    private final Caller caller;

    PremiumCurrencyResource(BulkQueue queue, Once once, Caller caller) {
        this.queue = queue;
        this.once = once;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Needs(level = ADMIN, permission = BULK_UPDATE_USER)
    @Says(QueuedBulkView.UPDATE)
    @Refuses(kind = CONFLICT, when = BulkFile.REFUSED)
    @Refuses(kind = TOO_LARGE, when = BulkFile.TOO_LARGE)
    @Operation(
            operationId = "bulkUpdatePremiumCurrency",
            summary = "Change the premium currency of many members by a CSV file",
            description = "Columns: `email`, `premium_currency_op`, `premium_currency`.")
    public Uni<QueuedBulkView> update(
            @RestForm FileUpload data,
            @Parameter(description = BulkFile.DRY_RUN) @QueryParam("dryRun") @Nullable Boolean dryRun,
            @Parameter(description = BulkFile.REPEAT) @QueryParam("repeat") @Nullable Boolean repeat) {
        var file = BulkFile.of(BulkKind.PREMIUM, data, dryRun, repeat);
        return queue.add(once.request(), requireNonNull(caller.actor()), caller.community(), file);
    }
}
