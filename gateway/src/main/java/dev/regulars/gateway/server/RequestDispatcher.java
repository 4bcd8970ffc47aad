package dev.regulars.gateway.server;

import dev.regulars.gateway.error.ErrorResponder;
import dev.regulars.gateway.mcp.McpEndpoint;
import dev.regulars.gateway.portal.PortalEndpoint;
import dev.regulars.gateway.proxy.ProxyChain;
import dev.regulars.gateway.proxy.WebSocketRelay;
import dev.regulars.gateway.ratelimit.AddressLimit;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.refusal.Refusal;
import io.quarkus.vertx.http.runtime.VertxHttpConfig;
import io.quarkus.vertx.http.runtime.options.HttpServerCommonHandlers;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import jakarta.inject.Singleton;

/** Refuses a malformed request, serves the gateway's own pages and hands all else to the proxy. */
@Singleton
class RequestDispatcher {

    private static final String PAGE_METHODS = "GET, HEAD, OPTIONS";

    private final ErrorResponder errors;
    private final PortalEndpoint portal;
    private final WebSocketRelay webSockets;
    private final Handler<HttpServerRequest> wellFormed;
    private volatile boolean draining;

    RequestDispatcher(
            Vertx vertx,
            VertxHttpConfig http,
            ErrorResponder errors,
            AddressLimit addressLimit,
            PortalEndpoint portal,
            McpEndpoint mcp,
            ProxyChain proxy,
            WebSocketRelay webSockets) {
        this.errors = errors;
        this.webSockets = webSockets;
        this.portal = portal;
        // takes the client's address from X-Forwarded-For where the operator says so
        this.wellFormed = HttpServerCommonHandlers.applyProxy(
                http.proxy(),
                request -> {
                    if (portal.serves(request.path())) {
                        if (addressLimit.admits(request)) {
                            page(request);
                        }
                    } else if (mcp.serves(request.path())) {
                        if (addressLimit.admits(request)) {
                            mcp.handle(request);
                        }
                    } else if (webSockets.takes(request)) {
                        if (addressLimit.admits(request)) {
                            webSockets.handle(request);
                        }
                    } else {
                        proxy.handle(request);
                    }
                },
                () -> vertx);
    }

    void handle(HttpServerRequest request) {
        identify(request);
        Refusal refusal = RequestSyntax.check(request);
        if (refusal != null) {
            errors.refuse(request, refusal);
        } else if (request.uri().equals("*")) {
            respondToOptions(request, RequestSyntax.ALL_METHODS);
        } else {
            request.pause(); // until somebody reads its body
            wellFormed.handle(request);
        }
    }

    /** The server could not read the request, but it has to be answered. */
    void handleUnparsable(HttpServerRequest request) {
        identify(request);
        errors.refuse(request, RequestSyntax.unparsable(request.decoderResult().cause()));
    }

    /** From now on, every connection closes after its response. */
    void drain() {
        draining = true;
        webSockets.close();
    }

    private void identify(HttpServerRequest request) {
        String id = RequestIds.assign(request.headers());
        HttpServerResponse response = request.response();
        boolean closing = draining && request.version() != HttpVersion.HTTP_2;
        response.headersEndHandler(end -> {
            ResponseHeaders.complete(response, id);
            if (closing) {
                response.putHeader("Connection", "close");
            }
        });
        if (closing) {
            response.bodyEndHandler(end -> request.connection().close());
        }
    }

    private void page(HttpServerRequest request) {
        request.resume();
        if (request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD)) {
            portal.respond(request);
        } else if (request.method().equals(HttpMethod.OPTIONS)) {
            respondToOptions(request, PAGE_METHODS);
        } else {
            errors.refuse(request, Refusal.of(Kind.NO_METHOD, "page").with("Allow", PAGE_METHODS));
        }
    }

    private static void respondToOptions(HttpServerRequest request, String methods) {
        request.response().setStatusCode(204).putHeader("Allow", methods).end();
    }
}
