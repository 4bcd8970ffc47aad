package dev.regulars.identity.directory.bulk;

import static dev.regulars.web.caller.Level.ADMIN;
import static dev.regulars.web.caller.Permission.BULK_IMPORT_USER;
import static dev.regulars.web.caller.Permission.BULK_UPDATE_USER;
import static dev.regulars.web.refusal.Kind.CONFLICT;

import dev.regulars.eventing.once.Once;
import dev.regulars.identity.directory.bulk.row.BulkKind;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.operation.Refuses;
import dev.regulars.web.operation.Says;
import dev.regulars.web.operation.Shows;
import dev.regulars.web.validation.ObjectId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;

@Path("/application/users/bulk-update")
@Needs(
        level = ADMIN,
        permission = {BULK_UPDATE_USER, BULK_IMPORT_USER})
@Tag(ref = "Bulk operations")
class BulkFileResource {

    private static final String CSV = "text/csv";

    private final BulkJobs jobs;
    private final Once once;

    BulkFileResource(BulkJobs jobs, Once once) {
        this.jobs = jobs;
        this.once = once;
    }

    @GET
    @Path("/template")
    @Produces(CSV)
    @Operation(
            operationId = "readBulkTemplate",
            summary = "Download the first line of a bulk file, with the community's custom fields")
    public Uni<String> template(
            @Parameter(description = "`update`, `import` or `premium`", required = true, example = "update")
                    @QueryParam("kind")
                    @NotBlank
                    @Pattern(regexp = "update|import|premium", message = "must be one of: update, import, premium")
                    String kind) {
        return once.read(tx -> jobs.template(tx, BulkKind.of(kind)));
    }

    @POST
    @Path("/{id}/cancel")
    @Says("Cancel bulk update success.")
    @Refuses(kind = CONFLICT, when = "The job is over")
    @Operation(
            operationId = "cancelBulkJob",
            summary = "Cancel a bulk job",
            description =
                    "Rows that were applied stay applied. At most 200 rows that are being applied at this moment are finished.")
    @Shows("{\"status\": \"cancelled\", \"processed\": 0, \"succeeded\": 0, \"failed\": 0}")
    public Uni<BulkJobView> cancel(@ObjectId String id) {
        return once.perform(BulkJobView.class, tx -> jobs.cancel(tx, id));
    }

    @GET
    @Path("/{id}/result")
    @Produces(CSV)
    @Operation(
            operationId = "readBulkResult",
            summary = "Download the outcome of each row as CSV",
            description = "Cells that a spreadsheet would execute begin with an apostrophe. Kept for 30 days.")
    public Multi<String> result(@ObjectId String id) {
        return RestMulti.fromUniResponse(once.read(tx -> jobs.result(tx, id)), lines -> lines);
    }
}
