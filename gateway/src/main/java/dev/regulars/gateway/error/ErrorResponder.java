package dev.regulars.gateway.error;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.regulars.gateway.route.Route;
import dev.regulars.gateway.route.RouteMatcher;
import dev.regulars.web.family.ApiFamily;
import dev.regulars.web.family.ErrorResponse;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.refusal.Refusal;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.inject.Singleton;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes the refusals of the gateway itself, in the format of the API family that was called. */
@Singleton
public class ErrorResponder {

    /** Where the rest of the request is unwanted, or cannot be told from the next one. */
    private static final Set<Kind> CLOSING = Set.of(Kind.TOO_LARGE, Kind.TIMEOUT, Kind.MALFORMED);

    private final ObjectMapper json;
    private final RouteMatcher routes;
    private final ConnectionCloser closer;

    ErrorResponder(ObjectMapper json, RouteMatcher routes, ConnectionCloser closer) {
        this.json = json;
        this.routes = routes;
        this.closer = closer;
    }

    /** Refuses a request that was not proxied yet. */
    public void refuse(HttpServerRequest request, Refusal refusal) {
        ErrorResponse error = error(request, refusal);
        HttpServerResponse response = request.response().setStatusCode(error.status());
        response.putHeader("Content-Type", error.contentType());
        error.headers().forEach(response::putHeader);
        closeIfUnread(request, refusal);
        response.end(body(error));
        request.resume();
    }

    public Future<ProxyResponse> refuse(ProxyContext context, Refusal refusal) {
        HttpServerRequest request = context.request().proxiedRequest();
        boolean clientGone = request.response().closed();
        closeIfUnread(request, refusal);
        ProxyResponse response = context.request().release().response();
        write(context, response, refusal);
        if (clientGone) {
            response.setBody(null); // the proxy cannot bear that a body is not sent
        }
        return Future.succeededFuture(response);
    }

    /** Replaces the response of a service. */
    public void write(ProxyContext context, ProxyResponse response, Refusal refusal) {
        ErrorResponse error = error(context.request().proxiedRequest(), refusal);
        response.setStatusCode(error.status()).setStatusMessage(null).setBody(Body.body(body(error)));
        response.headers().clear();
        response.putHeader("Content-Type", error.contentType());
        error.headers().forEach(response::putHeader);
    }

    /** Whether the client sends its body only after a 100. */
    public static boolean awaitsContinue(HttpServerRequest request) {
        return request.version() != HttpVersion.HTTP_1_0
                && "100-continue".equalsIgnoreCase(request.headers().get("Expect"));
    }

    private void closeIfUnread(HttpServerRequest request, Refusal refusal) {
        if (CLOSING.contains(refusal.kind()) || awaitsContinue(request)) {
            closer.closeAfterResponse(request);
        }
    }

    private ErrorResponse error(HttpServerRequest request, Refusal refusal) {
        String accept = request.headers().get("Accept");
        return ErrorResponse.to(refusal, family(request.path()), accept == null ? "" : accept);
    }

    /** Known for every path, so that a request refused before routing gets the right format too. */
    private ApiFamily family(@Nullable String path) {
        if (path == null) {
            return ApiFamily.INTEGRATION;
        }
        Route route = routes.find(path);
        return route != null ? ApiFamily.of("/" + route.family()) : familyOfPrefix(path);
    }

    private static ApiFamily familyOfPrefix(String path) {
        if (path.startsWith("/api/v1/apis/v1/")) {
            return ApiFamily.INTEGRATION;
        }
        if (path.startsWith("/api/v1/")) {
            return ApiFamily.SYSTEM;
        }
        return path.startsWith("/v2/api/") || path.startsWith("/widget/") ? ApiFamily.WIDGET : ApiFamily.INTEGRATION;
    }

    private Buffer body(ErrorResponse error) {
        try {
            return Buffer.buffer(json.writeValueAsBytes(error.body()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A refusal cannot be written as JSON", e);
        }
    }
}
