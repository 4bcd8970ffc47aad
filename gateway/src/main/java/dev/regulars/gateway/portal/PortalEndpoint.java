package dev.regulars.gateway.portal;

import dev.regulars.gateway.portal.Site.File;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.inject.Singleton;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Serves the portal for developers: its pages, and the documents that describe the API. */
@Singleton
public class PortalEndpoint {

    private static final String HOME = "/docs";
    private static final Set<String> LEADING_HOME = Set.of("/", "/docs/");
    /** The components of two pages set styles and compile schemas by themselves; nothing comes from elsewhere. */
    private static final String POLICY =
            "default-src 'self'; script-src 'self' 'unsafe-eval'; style-src 'self' 'unsafe-inline';"
                    + " img-src 'self' data: blob:; font-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'none';"
                    + " frame-ancestors 'none'";

    private final Site site;

    PortalEndpoint(Site site) {
        this.site = site;
    }

    public boolean serves(@Nullable String path) {
        return path != null && (LEADING_HOME.contains(path) || site.find(path) != null);
    }

    /** To GET and HEAD. */
    public void respond(HttpServerRequest request) {
        File file = site.find(request.path());
        if (file == null) {
            request.response().setStatusCode(302).putHeader("Location", HOME).end();
            return;
        }
        HttpServerResponse response = request.response();
        String tag = "\"" + file.tag() + "\"";
        response.putHeader("ETag", tag).putHeader("Cache-Control", "no-cache").putHeader("Vary", "Accept-Encoding");
        if (file.isPage()) {
            response.putHeader("Content-Security-Policy", POLICY).putHeader("Referrer-Policy", "same-origin");
        } else {
            response.putHeader("Access-Control-Allow-Origin", "*");
        }
        if (isKnown(request.getHeader("If-None-Match"), tag)) {
            response.setStatusCode(304).end();
        } else {
            send(request, response.putHeader("Content-Type", file.type()), file);
        }
    }

    private void send(HttpServerRequest request, HttpServerResponse response, File file) {
        String accepted = request.getHeader("Accept-Encoding");
        boolean compressed = accepted != null && accepted.contains("gzip");
        Buffer content = compressed ? site.compressed(file) : site.plain(file);
        if (compressed) {
            response.putHeader("Content-Encoding", "gzip");
        }
        response.putHeader("Content-Length", String.valueOf(content.length()));
        if (request.method().equals(HttpMethod.HEAD)) {
            response.end();
        } else {
            response.end(content);
        }
    }

    private static boolean isKnown(@Nullable String tags, String tag) {
        return tags != null && (tags.equals("*") || tags.contains(tag));
    }
}
