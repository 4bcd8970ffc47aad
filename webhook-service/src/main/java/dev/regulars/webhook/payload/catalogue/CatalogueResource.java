package dev.regulars.webhook.payload.catalogue;

import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.caller.Permission;
import dev.regulars.web.operation.Says;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/application/webhooks/catalogue")
@Tag(name = "Webhooks")
class CatalogueResource {

    private final Catalogue catalogue;

    CatalogueResource(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GET
    @Needs(level = Level.ADMIN, permission = Permission.WEBHOOKS)
    @Says("Read webhook catalogue success.")
    @Operation(
            operationId = "listWebhookEvents",
            summary = "List all events that can be subscribed to, with the schema and a sample of their payloads")
    public Uni<List<CatalogueEntry>> list() {
        return Uni.createFrom().item(catalogue.entries());
    }
}
