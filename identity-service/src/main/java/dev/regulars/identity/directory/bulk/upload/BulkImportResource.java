package dev.regulars.identity.directory.bulk.upload;

import static dev.regulars.web.caller.Level.ADMIN;
import static dev.regulars.web.caller.Permission.BULK_IMPORT_USER;
import static dev.regulars.web.refusal.Kind.CONFLICT;
import static dev.regulars.web.refusal.Kind.TOO_LARGE;
import static java.util.Objects.requireNonNull;

import dev.regulars.eventing.once.Once;
import dev.regulars.identity.directory.bulk.row.BulkKind;
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

@Path("/integration/users/bulk-import")
@Tag(ref = "Bulk operations")
class BulkImportResource {

    private final BulkQueue queue;
    private final Once once;
    private final Caller caller;

    BulkImportResource(BulkQueue queue, Once once, Caller caller) {
        this.queue = queue;
        this.once = once;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Needs(level = ADMIN, permission = BULK_IMPORT_USER)
    @Says(QueuedBulkView.IMPORT)
    @Refuses(kind = CONFLICT, when = BulkFile.REFUSED)
    @Refuses(kind = TOO_LARGE, when = BulkFile.TOO_LARGE)
    @Operation(
            operationId = "bulkImportUsers",
            summary = "Create many members by a CSV file",
            description =
                    "`data` is a CSV file in UTF-8 whose first line names the columns; each row creates a member. `email` is "
                            + "required, empty cells are left unset. Rows that cannot be applied are reported and do not stop "
                            + "the others. The owner of an installation can allow calls without a key; then `communityId` says "
                            + "whose members they become.")
    public Uni<QueuedBulkView> importUsers(
            @RestForm FileUpload data,
            @RestForm("communityId") Optional<String> importInto,
            @Parameter(description = BulkFile.DRY_RUN) @QueryParam("dryRun") @Nullable Boolean dryRun,
            @Parameter(description = BulkFile.REPEAT) @QueryParam("repeat") @Nullable Boolean repeat) {
        importInto.filter(named -> !named.equals(caller.community().id())).ifPresent(another -> {
            throw Refusal.notFound("community", another);
        });
        var file = BulkFile.of(BulkKind.IMPORT, data, dryRun, repeat);
        return queue.add(once.request(), requireNonNull(caller.actor()), caller.community(), file);
    }
}
