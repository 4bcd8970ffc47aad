package dev.regulars.identity.accounts.secureauth;

import dev.regulars.identity.accounts.secureauth.Redemptions.LoginUrlUse;
import dev.regulars.identity.accounts.throttle.ClientAddress;
import dev.regulars.identity.accounts.widget.Widgets;
import dev.regulars.identity.accounts.widget.page.HtmlPage;
import dev.regulars.identity.accounts.widget.page.PageConfig;
import dev.regulars.web.caller.Public;
import dev.regulars.web.http.GatewayHeaders;
import dev.regulars.web.operation.IgnoresIdempotencyKey;
import dev.regulars.web.operation.Refuses;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.refusal.Refusal;
import dev.regulars.web.validation.ObjectId;
import dev.regulars.web.value.Secret;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What a login URL opens: a page, which redeems the URL by a POST, so that previews of links use nothing up. */
@Path("/secureAuth/{keyId}/2")
@Tag(name = "Secure Auth", description = "Signing in the users of a partner")
class LoginResource {

    private static final String TITLE = "Sign in";

    private final Redemptions redemptions;
    private final Widgets widgets;
    private final HtmlPage pages;

    LoginResource(Redemptions redemptions, Widgets widgets, HtmlPage pages) {
        this.redemptions = redemptions;
        this.widgets = widgets;
        this.pages = pages;
    }

    /** Not in the document: it is shown, not called. */
    @GET
    @Public
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public Uni<RestResponse<String>> show(
            String keyId,
            @QueryParam("token") @Nullable String token,
            @QueryParam("host") @Nullable String host,
            @HeaderParam(GatewayHeaders.HOST) @Nullable String calledHost,
            @Context RoutingContext call) {
        String url = "/v2/app/loginApi/" + keyId + "/2?" + call.request().query();
        return Uni.createFrom()
                .deferred(() -> redemptions.community(use(keyId, String.valueOf(token), host, calledHost)))
                .chain(community ->
                        widgets.enabled(community).map(all -> PageConfig.OfMember.of(community.id(), all, url)))
                .onFailure(Refusal.class)
                .recoverWithItem(PageConfig.OfMember::refused)
                .map(config -> pages.of(TITLE, config, List.of(), null));
    }

    @POST
    @Public
    @IgnoresIdempotencyKey("A login URL can be used once")
    @Refuses(kind = Kind.LOGIN_REFUSED, when = "The URL was used, has expired, or is of another host")
    @Operation(operationId = "redeemLoginUrl", summary = "Use a login URL: the session of its user, once")
    public Uni<SessionToken> redeem(
            @ObjectId @Parameter(description = "`_id` of the SSO key") String keyId,
            @QueryParam("token") @NotBlank @Size(max = 4_000) @Parameter(description = "From the login URL")
                    String token,
            @QueryParam("host") @Size(max = 253) @Parameter(description = "From the login URL") @Nullable String host,
            @HeaderParam(GatewayHeaders.HOST) @Parameter(hidden = true) @Nullable String calledHost,
            @Context RoutingContext call) {
        return redemptions.redeem(use(keyId, token, host, calledHost), ClientAddress.of(call.request()));
    }

    private static LoginUrlUse use(String keyId, String token, @Nullable String host, @Nullable String calledHost) {
        return new LoginUrlUse(
                keyId, new Secret(token), host == null ? "" : host, calledHost == null ? "" : Hosts.name(calledHost));
    }
}
