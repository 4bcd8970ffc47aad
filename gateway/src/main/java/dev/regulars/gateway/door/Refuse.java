package dev.regulars.gateway.door;

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

/** Says no where a request got no further than the gateway, in the words of the family it was meant for. */
@Singleton
class Refuse {

    static final String ROUTE = "route";

    private final ObjectMapper json;
    private final Routes routes;

    Refuse(ObjectMapper json, Routes routes) {
        this.json = json;
        this.routes = routes;
    }

    Future<ProxyResponse> answer(ProxyContext call, Refusal no) {
        ProxyResponse response = call.request().release().response();
        write(call, response, no);
        return Future.succeededFuture(response);
    }

    void write(ProxyContext call, ProxyResponse response, Refusal no) {
        String accept = call.request().headers().get("Accept");
        ErrorResponse answer = ErrorResponse.to(no, dialect(call), accept == null ? "" : accept);
        response.setStatusCode(answer.status()).setStatusMessage(null).setBody(Body.body(body(answer)));
        response.headers().clear();
        response.putHeader("Content-Type", answer.contentType());
        answer.headers().forEach(response::putHeader);
    }

    /** A request that is refused before it is routed is of the family it would have reached. */
    private ApiFamily dialect(ProxyContext call) {
        String path = String.valueOf(call.request().proxiedRequest().path());
        Route route = routes.find(path);
        return route != null ? ApiFamily.of("/" + route.family()) : ofPrefix(path);
    }

    private static ApiFamily ofPrefix(String path) {
        if (path.startsWith("/api/v1/apis/v1/")) {
            return ApiFamily.INTEGRATION;
        }
        if (path.startsWith("/api/v1/")) {
            return ApiFamily.SYSTEM;
        }
        return path.startsWith("/v2/api/") || path.startsWith("/widget/") ? ApiFamily.WIDGET : ApiFamily.INTEGRATION;
    }

    private Buffer body(ErrorResponse answer) {
        try {
            return Buffer.buffer(json.writeValueAsBytes(answer.body()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A refusal cannot be written as JSON", e);
        }
    }
}
