package dev.regulars.gateway.portal;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Serves the OpenAPI document of the whole API as published with this version. */
@Singleton
class OpenApiEndpoint {

    private static final int BEFORE_THE_PROXY = 10_000;

    private final Buffer document = read();

    void register(@Observes Router router) {
        router.get("/openapi.json").order(BEFORE_THE_PROXY).handler(context -> context.response()
                .putHeader("Content-Type", "application/json")
                .end(document));
    }

    private static Buffer read() {
        try (InputStream json = OpenApiEndpoint.class.getResourceAsStream("/openapi/regulars.json")) {
            return Buffer.buffer(Objects.requireNonNull(json).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
