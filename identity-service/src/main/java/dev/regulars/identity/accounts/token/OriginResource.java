package dev.regulars.identity.accounts.token;

import dev.regulars.web.caller.Public;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** For preflight requests, which carry no credential. */
@Path("/internal/origins")
class OriginResource {

    /** Whether any community or widget lists an origin. */
    record ListedOrigin(boolean listed) {}

    private final AccessRules rules;

    OriginResource(AccessRules rules) {
        this.rules = rules;
    }

    @GET
    @Public
    @Operation(summary = "Tell whether any community or widget lists an origin")
    public Uni<ListedOrigin> listed(@QueryParam("origin") @NotBlank @Size(max = 300) String origin) {
        return rules.listsOrigin(origin).map(ListedOrigin::new);
    }
}
