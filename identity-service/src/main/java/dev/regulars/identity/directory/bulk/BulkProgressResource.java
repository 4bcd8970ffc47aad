package dev.regulars.identity.directory.bulk;

import static dev.regulars.web.caller.Level.ADMIN;
import static dev.regulars.web.caller.Permission.BULK_IMPORT_USER;
import static dev.regulars.web.caller.Permission.BULK_UPDATE_USER;

import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.validation.ObjectId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NameBinding;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

@Path("/application/users/bulk-update/{id}/progress")
@Needs(
        level = ADMIN,
        permission = {BULK_UPDATE_USER, BULK_IMPORT_USER})
@Tag(ref = "Bulk operations")
class BulkProgressResource {

    /** The job is looked for before the stream begins: a stream has sent its status before it can fail. */
    @NameBinding
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.METHOD, ElementType.TYPE})
    @interface OfKnownJob {}

    @Schema(name = "BulkProgressEvent", description = "A server-sent event")
    record BulkProgressEvent(
            @Schema(description = "The status of the job: a `BulkJob` as JSON")
            String data) {}

    private final BulkJobs jobs;
    private final Caller caller;

    BulkProgressResource(BulkJobs jobs, Caller caller) {
        this.jobs = jobs;
        this.caller = caller;
    }

    @ServerRequestFilter(priority = Priorities.USER)
    @OfKnownJob
    public Uni<Void> findJob(UriInfo uri) {
        String id = uri.getPathParameters().getFirst("id");
        boolean isId = id != null && id.matches("[0-9a-fA-F]{24}"); // else the constraint refuses it
        return isId ? jobs.check(caller.community(), id) : Uni.createFrom().voidItem();
    }

    @GET
    @OfKnownJob
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "followBulkJob",
            summary = "Follow a bulk job by server-sent events",
            description =
                    "The status of the job at once and each second, for five minutes at most; the stream ends when the job is over.")
    @APIResponse(
            responseCode = "200",
            description = "A stream of events",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = BulkProgressEvent.class)))
    public Multi<BulkJobView> progress(@ObjectId String id) {
        return jobs.progress(caller.community(), id);
    }
}
