package dev.regulars.identity.accounts.widget.token;

import static dev.regulars.identity.IdentityError.ACCESS_KEY_REFUSED;

import dev.regulars.web.caller.Public;
import dev.regulars.web.operation.IgnoresIdempotencyKey;
import dev.regulars.web.operation.Refuses;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.validation.ObjectId;
import dev.regulars.web.value.Secret;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/widget/{community}/signin")
@Tag(ref = "Widgets")
class SignInResource {

    /** For the page of one visitor (contract §3.13.1). */
    @Schema(examples = """
            {"token": "eyJhbGciOiJSUzI1NiJ9.eyJpZCI6IjQyIn0.c2lnbmF0dXJl", "expiresIn": 300}""")
    record WidgetToken(
            @Schema(description = "A JWT for the Authorization header; it cannot be refreshed")
            Secret token,

            @Schema(description = "Its lifetime in seconds") long expiresIn) {}

    private final WidgetSignIns signIns;

    SignInResource(WidgetSignIns signIns) {
        this.signIns = signIns;
    }

    @POST
    @Public
    @IgnoresIdempotencyKey("Each call answers a token of its own")
    @Refuses(
            kind = Kind.KEY_REFUSED,
            when = "The key is missing, has ended, lacks `widgets`, or is another community's")
    @Refuses(kind = Kind.NOT_FOUND, when = "No member has the address")
    @Operation(
            operationId = "signInToWidget",
            summary = "Sign a member in to the widgets of a community",
            description =
                    "For the partner's server, which knows its visitor: neither key nor address come from a browser.")
    public Uni<WidgetToken> signIn(
            @ObjectId @Parameter(description = "`_id` of the community") String community,
            @HeaderParam("returningai-api-key")
                    @Parameter(description = "An API key with permission `widgets`")
                    @Nullable
                    String apiKey,
            @HeaderParam("email") @Parameter(description = "E-mail address of the member") @Nullable String email,
            @HeaderParam("widgetId")
                    @Parameter(description = "`_id` of the only widget that the token is for")
                    @Nullable
                    String widgetId) {
        if (apiKey == null || apiKey.isBlank()) {
            throw ACCESS_KEY_REFUSED.because("no key");
        }
        return signIns.signIn(community, new Secret(apiKey), email, widgetId);
    }
}
