package dev.regulars.gateway.proxy.body;

import dev.regulars.gateway.error.ErrorResponder;
import dev.regulars.gateway.limits.BodyMemoryBudget;
import dev.regulars.gateway.limits.GatewayLimits;
import dev.regulars.gateway.route.Route;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.refusal.Refusal;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.inject.Singleton;

/**
 * Reads the body of a request completely before a connection to a service is taken: a client that sends slowly then holds
 * nothing but its own connection. Asks for the body where the client waits to be asked. Bulk files are too large for that: they are
 * streamed.
 */
@Singleton
public class BodyBuffer implements ProxyInterceptor {

    private static final String EXPECT = "Expect";

    private final Vertx vertx;
    private final long timeoutMillis;
    private final BodyMemoryBudget held;
    private final ErrorResponder errors;

    BodyBuffer(Vertx vertx, GatewayLimits limits, BodyMemoryBudget held, ErrorResponder errors) {
        this.vertx = vertx;
        this.timeoutMillis = limits.bodyTimeout().toMillis();
        this.held = held;
        this.errors = errors;
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        HttpServerRequest request = context.request().proxiedRequest();
        MultiMap headers = context.request().headers();
        headers.remove(EXPECT);
        Body body = context.request().getBody();
        if (body == null || body.length() == 0) {
            return context.sendRequest();
        }
        if (ErrorResponder.awaitsContinue(request)) {
            request.headers().remove(EXPECT);
            request.response().writeContinue();
        }
        Route route = context.get(Route.ATTRIBUTE, Route.class);
        if (route.streams(body.length())) {
            return context.sendRequest();
        }
        var reader = new BodyReader(held, route);
        long timer = vertx.setTimer(timeoutMillis, late -> reader.fail(Refusal.of(Kind.TIMEOUT, "body")));
        return reader.read(body)
                .onComplete(read -> vertx.cancelTimer(timer))
                .compose(
                        content -> {
                            headers.remove("Transfer-Encoding");
                            context.request().setBody(Body.body(content));
                            return context.sendRequest();
                        },
                        failure -> errors.refuse(context, refusal(failure)))
                .onComplete(sent -> reader.release());
    }

    /** A body that breaks off has nobody left to read the refusal, or is malformed. */
    private static Refusal refusal(Throwable failure) {
        return failure instanceof Refusal refusal ? refusal : Refusal.of(Kind.MALFORMED, String.valueOf(failure));
    }
}
