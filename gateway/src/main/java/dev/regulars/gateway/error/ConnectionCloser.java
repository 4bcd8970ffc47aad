package dev.regulars.gateway.error;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Closes the connection of a client that may still be sending a body that nobody reads. */
@Singleton
public class ConnectionCloser {

    /** A connection closed on unread data is reset, and a client that is reset loses the response. */
    private static final Duration LINGER = Duration.ofSeconds(2);

    private final Vertx vertx;

    ConnectionCloser(Vertx vertx) {
        this.vertx = vertx;
    }

    /** To be called before the response is written. Streams of HTTP/2 end by themselves. */
    void closeAfterResponse(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) {
            return;
        }
        request.response().putHeader("Connection", "close").bodyEndHandler(written -> {
            if (request.isEnded()) {
                close(request);
            } else {
                request.endHandler(end -> close(request));
                vertx.setTimer(LINGER.toMillis(), late -> close(request));
            }
        });
    }

    private static void close(HttpServerRequest request) {
        request.connection().close();
    }
}
