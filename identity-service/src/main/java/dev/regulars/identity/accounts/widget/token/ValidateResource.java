package dev.regulars.identity.accounts.widget.token;

import static dev.regulars.web.caller.CallerKind.SSO;
import static dev.regulars.web.caller.CallerKind.WIDGET;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.regulars.events.CommunityId;
import dev.regulars.identity.accounts.widget.PublicWidget;
import dev.regulars.identity.accounts.widget.WidgetDocument;
import dev.regulars.identity.accounts.widget.Widgets;
import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.operation.IgnoresIdempotencyKey;
import dev.regulars.web.operation.Says;
import dev.regulars.web.validation.ObjectId;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/widget/widget-access-keys/validate")
@Tag(ref = "Widgets")
class ValidateResource {

    /** That a token can be used, and for what. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(examples = """
            {"valid": true, "communityId": "66b1f0d3a4d3e5f607182930", "userId": "43",
             "widget": {"widgetId": "66b1f20aa4d3e5f607182950", "communityId": "66b1f0d3a4d3e5f607182930", "type": "store",
                        "name": "Rewards", "auth": "accessKey", "channelId": null, "leaderboardId": null, "url": null,
                        "links": [], "dataAttributes": ["data-email"], "origins": ["https://www.example.com"]}}""")
    record ValidToken(
            @Schema(description = "Always true: a token that is not valid is refused")
            boolean valid,

            @Schema(description = "The only community that it can be used in")
            String communityId,

            @Schema(description = "The decimal id of the member; absent for a visitor whom nobody vouches for")
            @Nullable
            String userId,

            @Schema(description = "The widget that was named, or the first one that the token is for") @Nullable
            PublicWidget widget) {}

    private final Widgets widgets;
    private final Caller caller;

    ValidateResource(Widgets widgets, Caller caller) {
        this.widgets = widgets;
        this.caller = caller;
    }

    @POST
    @Needs(kinds = {WIDGET, SSO})
    @IgnoresIdempotencyKey("It changes nothing")
    @Says("Validate token success.")
    @Operation(operationId = "validateWidgetToken", summary = "Check the token of a widget before showing it")
    public Uni<ValidToken> validate(
            @QueryParam("widgetId") @ObjectId @Parameter(description = "`_id` of the widget to show") @Nullable
                    String widgetId,
            @QueryParam("type") @Parameter(description = "Or its type: the first one of the community") @Nullable
                    String type) {
        CommunityId community = caller.community();
        String userId = caller.accountId() == null ? null : caller.userId();
        return widgets.enabled(community)
                .map(all -> new ValidToken(
                        true,
                        community.id(),
                        userId,
                        all.stream()
                                .filter(widget -> fits(widget, widgetId, type))
                                .findFirst()
                                .map(PublicWidget::of)
                                .orElse(null)));
    }

    private static boolean fits(WidgetDocument widget, @Nullable String id, @Nullable String type) {
        return (id == null || widget.id.equals(id))
                && (type == null || widget.type.wire().equals(type));
    }
}
