package dev.regulars.gateway.proxy;

import dev.regulars.web.refusal.Refusal;
import io.vertx.core.Future;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.inject.Singleton;

/** Refuses a request whose Content-Length is too large, before anything else is checked (contract §0.11). */
@Singleton
class BodyLimit implements ProxyInterceptor {

    static final long MAX_BYTES = 1 << 20;

    private final ErrorResponder errors;

    BodyLimit(ErrorResponder errors) {
        this.errors = errors;
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        Body body = context.request().getBody();
        return body != null && body.length() > MAX_BYTES ? errors.refuse(context, tooLarge()) : context.sendRequest();
    }

    static Refusal tooLarge() {
        return Refusal.tooLarge("body", "1 MiB");
    }
}
