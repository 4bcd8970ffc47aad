package dev.regulars.identity.accounts.widget.page;

import dev.regulars.identity.accounts.widget.page.Assets.Asset;
import dev.regulars.web.caller.Public;
import dev.regulars.web.refusal.Refusal;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Scripts and styles; pages of any site may load them. */
@Path("/widget/assets/{file}")
class AssetResource {

    private static final String CACHE_CONTROL = "Cache-Control";
    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String FOR_MINUTES = "public, max-age=300";

    private final Assets assets;

    AssetResource(Assets assets) {
        this.assets = assets;
    }

    /** Not in the document: it is part of a page, not of the API. */
    @GET
    @Public
    @Operation(hidden = true)
    public RestResponse<Buffer> get(
            String file,
            @HeaderParam("If-None-Match") @Nullable String known,
            @HeaderParam("Accept-Encoding") @Nullable String encodings,
            @Context RoutingContext call) {
        Asset asset = assets.find(file);
        if (asset == null) {
            throw Refusal.notFound("asset", file);
        }
        call.response().headers().remove(CACHE_CONTROL); // what all other responses have
        boolean unchanged = known != null && known.contains(asset.etag());
        ResponseBuilder<Buffer> response = unchanged
                ? ResponseBuilder.create(RestResponse.Status.NOT_MODIFIED)
                : content(asset, encodings != null && encodings.contains("gzip"));
        return response.header("ETag", asset.etag())
                .header(CACHE_CONTROL, asset.isImmutable() ? FOR_EVER : FOR_MINUTES)
                .header("Vary", "Accept-Encoding")
                .header("Access-Control-Allow-Origin", "*")
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .build();
    }

    private static ResponseBuilder<Buffer> content(Asset asset, boolean gzip) {
        ResponseBuilder<Buffer> content =
                ResponseBuilder.ok(gzip ? asset.gzipped() : asset.plain(), asset.contentType());
        return gzip ? content.header("Content-Encoding", "gzip") : content;
    }
}
