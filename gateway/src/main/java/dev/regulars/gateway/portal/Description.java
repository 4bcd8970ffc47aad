package dev.regulars.gateway.portal;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Shows the one document of the whole API, as it was published with this version. */
@Singleton
class Description {

    private static final int BEFORE_THE_DOOR = 10_000;

    private final Buffer document = read();

    void open(@Observes Router router) {
        router.get("/openapi.json").order(BEFORE_THE_DOOR).handler(call -> call.response()
                .putHeader("Content-Type", "application/json")
                .end(document));
    }

    private static Buffer read() {
        try (InputStream json = Description.class.getResourceAsStream("/openapi/regulars.json")) {
            return Buffer.buffer(Objects.requireNonNull(json).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
