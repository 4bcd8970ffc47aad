package dev.regulars.media;

import static dev.regulars.web.refusal.Refusal.orNotFound;

import dev.regulars.web.caller.Public;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Shows images, with headers under which no browser takes them for anything else. */
@Path("/media/{service}/{id}")
class MediaResource {

    private static final String CACHE_CONTROL = "Cache-Control";
    private static final String NOTHING_BUT_A_PICTURE = "default-src 'none'; sandbox";
    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String UNTIL_IT_EXPIRES = "private, max-age=300";

    private final Media media;

    MediaResource(Media media) {
        this.media = media;
    }

    /** Not in the document: an address is to be followed, never to be made. */
    @GET
    @Public
    @Operation(hidden = true)
    public Uni<RestResponse<Buffer>> show(
            String id,
            @QueryParam("expires") @Nullable String expires,
            @QueryParam("signature") @Nullable String signature,
            @QueryParam("size") @Nullable String size,
            @HeaderParam("If-None-Match") @Nullable String known,
            RoutingContext call) {
        var address = new Media.Address(expires, signature, "thumbnail".equals(size));
        return media.read(id, address)
                .plug(orNotFound("image", id))
                .invoke(() -> call.response().headers().remove(CACHE_CONTROL)) // what all other responses have
                .map(content -> response(content, etag(id, address), known));
    }

    /** The content of an id never changes. */
    private static String etag(String id, Media.Address address) {
        return "\"" + id + (address.thumbnail() ? "-thumbnail" : "") + "\"";
    }

    private static RestResponse<Buffer> response(Media.Content content, String etag, @Nullable String known) {
        boolean unchanged = known != null && known.contains(etag);
        ResponseBuilder<Buffer> response = unchanged
                ? ResponseBuilder.create(RestResponse.Status.NOT_MODIFIED)
                : ResponseBuilder.ok(content.bytes(), content.type());
        return response.header("ETag", etag)
                .header(CACHE_CONTROL, content.restricted() ? UNTIL_IT_EXPIRES : FOR_EVER)
                .header("Content-Security-Policy", NOTHING_BUT_A_PICTURE)
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .build();
    }
}
