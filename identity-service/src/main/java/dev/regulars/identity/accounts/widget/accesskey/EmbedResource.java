package dev.regulars.identity.accounts.widget.accesskey;

import dev.regulars.web.caller.Public;
import dev.regulars.web.operation.IgnoresIdempotencyKey;
import dev.regulars.web.operation.Refuses;
import dev.regulars.web.operation.Says;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.value.Secret;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/widget/widget-access-keys/token")
@Tag(ref = "Widgets")
class EmbedResource {

    /** An access key, and whom the page is for (contract §3.13.3). */
    @Schema(examples = """
            {"accessId": "66b1f20aa4d3e5f607182951",
             "accessKey": "c8c6f3a1b2d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c8ca2",
             "userIdentifiers": {"data-email": "ben@example.com"}}""")
    record EmbedTokenRequest(
            @NotBlank @Size(max = 100) String accessId,
            @NotBlank Secret accessKey,

            @Size(max = 20)
            @Nullable
            @Schema(
                    description =
                            "Data attributes of the widget: all must fit one member. None: the page is for nobody known")
            Map<@NotBlank String, @NotBlank @Size(max = 1_000) String> userIdentifiers) {

        Map<String, String> identifiers() {
            return userIdentifiers == null ? Map.of() : userIdentifiers;
        }
    }

    /** What the page shows at the API. */
    @Schema(examples = """
            {"embedToken": "eyJhbGciOiJSUzI1NiJ9.eyJpZCI6IjQyIn0.c2lnbmF0dXJl", "expiresIn": 900}""")
    record EmbedToken(
            @Schema(description = "A JWT for the Authorization header; it cannot be refreshed")
            Secret embedToken,

            @Schema(description = "Its lifetime in seconds") long expiresIn) {}

    private final EmbedTokens tokens;

    EmbedResource(EmbedTokens tokens) {
        this.tokens = tokens;
    }

    @POST
    @Public
    @IgnoresIdempotencyKey("Each call answers a token of its own")
    @Says("Create embed token success.")
    @Refuses(
            kind = Kind.KEY_REFUSED,
            when = "The access key is unknown, revoked or expired, or has no widget that can be used")
    @Refuses(kind = Kind.NOT_FOUND, when = "The identifiers fit no member")
    @Operation(
            operationId = "createEmbedToken",
            summary = "Exchange an access key for the embed token of one visitor",
            description = "For the partner's server: the access key never goes to a browser.")
    public Uni<EmbedToken> create(@Valid @NotNull EmbedTokenRequest request) {
        return tokens.issue(request);
    }
}
