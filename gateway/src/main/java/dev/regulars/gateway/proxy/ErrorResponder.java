package dev.regulars.gateway.proxy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.regulars.gateway.route.Route;
import dev.regulars.gateway.route.Routes;
import dev.regulars.web.family.ApiFamily;
import dev.regulars.web.family.ErrorResponse;
import dev.regulars.web.refusal.Refusal;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.inject.Singleton;

/** Writes the refusals of the gateway itself, in the format of the API family that was called. */
@Singleton
class ErrorResponder {

    private final ObjectMapper json;
    private final Routes routes;

    ErrorResponder(ObjectMapper json, Routes routes) {
        this.json = json;
        this.routes = routes;
    }

    Future<ProxyResponse> refuse(ProxyContext context, Refusal refusal) {
        ProxyResponse response = context.request().release().response();
        write(context, response, refusal);
        return Future.succeededFuture(response);
    }

    void write(ProxyContext context, ProxyResponse response, Refusal refusal) {
        String accept = context.request().headers().get("Accept");
        ErrorResponse error = ErrorResponse.to(refusal, family(context), accept == null ? "" : accept);
        response.setStatusCode(error.status()).setStatusMessage(null).setBody(Body.body(body(error)));
        response.headers().clear();
        response.putHeader("Content-Type", error.contentType());
        error.headers().forEach(response::putHeader);
    }

    /** Known for every path, so that a request refused before routing gets the right format too. */
    private ApiFamily family(ProxyContext context) {
        String path = String.valueOf(context.request().proxiedRequest().path());
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
