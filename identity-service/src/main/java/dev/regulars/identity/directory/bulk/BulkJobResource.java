package dev.regulars.identity.directory.bulk;

import static dev.regulars.web.caller.Level.ADMIN;
import static dev.regulars.web.caller.Permission.BULK_IMPORT_USER;
import static dev.regulars.web.caller.Permission.BULK_UPDATE_USER;

import dev.regulars.eventing.once.Once;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.operation.Says;
import dev.regulars.web.page.ByPage;
import dev.regulars.web.page.Page;
import dev.regulars.web.validation.ObjectId;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/integration/users/bulk-update")
@Needs(
        level = ADMIN,
        permission = {BULK_UPDATE_USER, BULK_IMPORT_USER})
@Tag(ref = "Bulk operations")
class BulkJobResource {

    private final BulkJobs jobs;
    private final Once once;

    BulkJobResource(BulkJobs jobs, Once once) {
        this.jobs = jobs;
        this.once = once;
    }

    @GET
    @Says("")
    @Operation(operationId = "listBulkJobs", summary = "List the bulk jobs of the community, the newest first")
    public Uni<Page<BulkJobView>> list(@Valid @BeanParam ByPage page) {
        var request = page.request();
        return once.read(tx -> jobs.list(tx, request));
    }

    @GET
    @Path("/{id}/status")
    @Says("")
    @Operation(operationId = "readBulkJobStatus", summary = "Read how far a bulk job is")
    public Uni<BulkJobView> status(@ObjectId String id) {
        return once.read(tx -> jobs.status(tx, id));
    }

    @GET
    @Path("/{id}")
    @Says("")
    @Operation(operationId = "readBulkJob", summary = "Read how far a bulk job is, and the outcomes of its rows")
    public Uni<BulkDetailsView> details(
            @ObjectId String id,
            @Parameter(description = "Only rows that `succeeded`, or that `failed`")
                    @QueryParam("status")
                    @Pattern(regexp = "succeeded|failed", message = "must be succeeded or failed")
                    @Nullable
                    String status) {
        return once.read(tx -> jobs.details(tx, id, status));
    }
}
