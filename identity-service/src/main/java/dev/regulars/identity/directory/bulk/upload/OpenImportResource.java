package dev.regulars.identity.directory.bulk.upload;

import static dev.regulars.web.refusal.Refusal.orNotFound;

import dev.regulars.eventing.once.Once;
import dev.regulars.identity.directory.bulk.BulkConfig;
import dev.regulars.identity.directory.bulk.row.BulkKind;
import dev.regulars.identity.directory.community.Communities;
import dev.regulars.web.caller.Actor;
import dev.regulars.web.caller.CallerKind;
import dev.regulars.web.caller.Public;
import dev.regulars.web.operation.Says;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.refusal.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Bulk import without a credential, where the operator allows it: {@link OpenImportFilter} leads there, and no route does. */
@Path(OpenImportResource.PATH)
class OpenImportResource {

    static final String PATH = "/integration/users/bulk-import/open";

    private static final Actor ANYBODY = new Actor(CallerKind.SERVICE, "open bulk import", null, null, null);

    private final BulkQueue queue;
    private final Communities communities;
    private final BulkConfig config;
    private final Once once;

    OpenImportResource(BulkQueue queue, Communities communities, BulkConfig config, Once once) {
        this.queue = queue;
        this.config = config;
        this.communities = communities;
        this.once = once;
    }

    @POST
    @Public
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Says(QueuedBulkView.IMPORT)
    @Operation(hidden = true)
    public Uni<QueuedBulkView> importUsers(
            @RestForm FileUpload data,
            @RestForm("communityId") Optional<String> importInto,
            @QueryParam("dryRun") @Nullable Boolean dryRun,
            @QueryParam("repeat") @Nullable Boolean repeat) {
        if (!config.openImport() || importInto.isEmpty()) {
            throw Refusal.of(Kind.UNAUTHENTICATED, "open bulk import is switched off, or no community is named");
        }
        String named = importInto.get();
        var file = BulkFile.of(BulkKind.IMPORT, data, dryRun, repeat);
        var call = once.request();
        return communities
                .named(named)
                .plug(orNotFound("community", named))
                .chain(community -> queue.add(call.in(community), ANYBODY, community, file));
    }
}
