package dev.regulars.gateway.server;

import dev.regulars.web.http.RequestId;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerResponse;

/** The headers that every response carries, whoever wrote it. */
final class ResponseHeaders {

    private ResponseHeaders() {}

    /** Responses may hold tokens and keys: none is stored unless it says so itself. */
    static void complete(HttpServerResponse response, String requestId) {
        MultiMap headers = response.headers();
        headers.set(RequestId.HEADER, requestId);
        headers.set("X-Content-Type-Options", "nosniff");
        if (!headers.contains("Cache-Control")) {
            headers.set("Cache-Control", "no-store");
        }
    }
}
