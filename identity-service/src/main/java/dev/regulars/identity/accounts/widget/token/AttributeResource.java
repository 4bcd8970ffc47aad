package dev.regulars.identity.accounts.widget.token;

import dev.regulars.identity.accounts.widget.PublicWidget;
import dev.regulars.identity.accounts.widget.token.WidgetSignIns.Page;
import dev.regulars.identity.accounts.widget.token.WidgetSignIns.WidgetName;
import dev.regulars.web.caller.Public;
import dev.regulars.web.http.GatewayHeaders;
import dev.regulars.web.operation.IgnoresIdempotencyKey;
import dev.regulars.web.operation.Refuses;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.validation.ObjectId;
import dev.regulars.web.value.Secret;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/widget/{community}/attributes")
@Tag(ref = "Widgets")
class AttributeResource {

    /** For whoever looks at a public widget. */
    @Schema(examples = """
            {"token": "eyJhbGciOiJSUzI1NiJ9.eyJpZCI6IjQyIn0.c2lnbmF0dXJl", "expiresIn": 300,
             "widget": {"widgetId": "66b1f20aa4d3e5f607182952", "communityId": "66b1f0d3a4d3e5f607182930",
              "type": "leaderboard", "name": "Top members", "auth": "attribute", "channelId": null,
              "leaderboardId": null, "url": null, "links": [], "dataAttributes": ["data-email"],
              "origins": ["https://www.example.com"]}}""")
    record AttributeToken(
            @Schema(
                    description =
                            "A JWT for the Authorization header. It reads what every member may see, and nothing else")
            Secret token,

            @Schema(description = "Its lifetime in seconds") long expiresIn,

            @Schema(description = "What to show") PublicWidget widget) {}

    private static final String BODY = """
            {"widgetId": "66b1f20aa4d3e5f607182952", "data-email": "ben@example.com"}""";

    private final WidgetSignIns signIns;

    AttributeResource(WidgetSignIns signIns) {
        this.signIns = signIns;
    }

    @POST
    @Public
    @IgnoresIdempotencyKey("Each call answers a token of its own")
    @Refuses(kind = Kind.NOT_PERMITTED, when = "The page is on a site that the widget does not list")
    @Refuses(kind = Kind.NOT_FOUND, when = "The community has no such widget with auth attribute")
    @Operation(
            operationId = "openPublicWidget",
            summary = "Get the token of a public widget",
            description =
                    "The body has the attributes of the page: `widgetId` or `widgetType`, and any `data-*`. Anybody can type"
                            + " these, so they identify nobody.")
    public Uni<AttributeToken> open(
            @ObjectId @Parameter(description = "`_id` of the community") String community,
            @HeaderParam("Origin") @Parameter(hidden = true) @Nullable String origin,
            @HeaderParam(GatewayHeaders.HOST) @Parameter(hidden = true) @Nullable String host,
            @NotNull
                    @Size(max = 50)
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = Object.class),
                                            example = BODY))
                    Map<@NotBlank @Size(max = 100) String, @Size(max = 1_000) String> attributes) {
        var name = new WidgetName(
                first(attributes, "widgetId", "widget-id", "data-widget-id"),
                first(attributes, "widgetType", "widget-type", "data-widget-type"));
        return signIns.ofVisitor(community, name, new Page(origin, host));
    }

    private static @Nullable String first(Map<String, String> attributes, String... names) {
        return Stream.of(names)
                .map(attributes::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
