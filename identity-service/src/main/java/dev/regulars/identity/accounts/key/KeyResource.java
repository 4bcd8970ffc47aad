package dev.regulars.identity.accounts.key;

import static dev.regulars.web.caller.Level.ADMIN;

import dev.regulars.eventing.once.Once;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.operation.Says;
import dev.regulars.web.operation.Shows;
import dev.regulars.web.validation.ObjectId;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/application/communities/{communityId}/api-keys")
@Tag(name = "Keys", description = "API keys of partner systems")
class KeyResource {

    private final Keys keys;
    private final Once once;

    KeyResource(Keys keys, Once once) {
        this.keys = keys;
        this.once = once;
    }

    @POST
    @ResponseStatus(201)
    @Needs(level = ADMIN)
    @Says("Create API key success.")
    @Operation(operationId = "createApiKey", summary = "Create an API key. The key is returned only once")
    @Shows("""
            {"key": "c8c61f2a4c44f7671aa3f9cfe1ee152ab10392edd8116c77bbd4bb127eba8ca2"}""")
    public Uni<KeyView> create(@Valid @NotNull NewKey key) {
        return once.perform(KeyView.class, tx -> keys.create(tx, key));
    }

    @DELETE
    @Path("/{apiKeyId}")
    @Needs(level = ADMIN)
    @Says("Delete API key success.")
    @Operation(operationId = "deleteApiKey", summary = "Delete an API key. It is refused from the next call on")
    public Uni<KeyView> delete(@ObjectId String apiKeyId) {
        return once.perform(KeyView.class, tx -> keys.delete(tx, apiKeyId));
    }
}
