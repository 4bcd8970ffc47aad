package dev.regulars.gateway.portal;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Serves the OpenAPI document of the whole API as published with this version. */
@Singleton
public class OpenApiEndpoint {

    private final Buffer document = read();

    public boolean serves(String path) {
        return path.equals("/openapi.json");
    }

    /** To GET and HEAD. */
    public void respond(HttpServerRequest request) {
        HttpServerResponse response = request.response()
                .putHeader("Content-Type", "application/json")
                .putHeader("Cache-Control", "no-cache")
                .putHeader("Content-Length", String.valueOf(document.length()));
        if (request.method().equals(HttpMethod.HEAD)) {
            response.end();
        } else {
            response.end(document);
        }
    }

    private static Buffer read() {
        try (InputStream json = OpenApiEndpoint.class.getResourceAsStream("/openapi/regulars.json")) {
            return Buffer.buffer(Objects.requireNonNull(json).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
