package dev.regulars.gateway.door;

import dev.regulars.gateway.route.Route;
import dev.regulars.gateway.trade.Brought;
import dev.regulars.gateway.trade.Credential;
import dev.regulars.gateway.trade.Trades;
import dev.regulars.web.http.GatewayHeaders;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.refusal.Refusal;
import io.quarkus.logging.Log;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * Trades what the caller brought for an internal token. Nobody is turned away here: without a good credential the request
 * goes on without one, and the service, which knows its operations, says what is missing, or does not mind.
 */
@Singleton
class Trade implements ProxyInterceptor {

    private static final String TOKEN = "Authorization";
    private static final String KEY = "x-api-key";

    private final Trades trades;
    private final Refuse refuse;

    Trade(Trades trades, Refuse refuse) {
        this.trades = trades;
        this.refuse = refuse;
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext call) {
        MultiMap headers = call.request().headers();
        Route route = call.get(Refuse.ROUTE, Route.class);
        Brought brought = Brought.in(headers, route.credentials());
        headers.remove(TOKEN);
        headers.remove(KEY);
        if (brought.refused() != null) {
            return refused(call, brought.refused());
        }
        return tokens(call, route, brought, 0, null);
    }

    /** What a service says of its own answer is heard before the caller reads it, and sooner than from the broker. */
    @Override
    public Future<Void> handleProxyResponse(ProxyContext call) {
        MultiMap headers = call.response().headers();
        headers.getAll(GatewayHeaders.CALLER_CHANGED).forEach(trades::changed);
        headers.remove(GatewayHeaders.CALLER_CHANGED);
        return call.sendResponse();
    }

    /** One after the other: all must be good, and the last one says who calls. */
    private Future<ProxyResponse> tokens(
            ProxyContext call, Route route, Brought brought, int at, @Nullable String token) {
        if (at == brought.credentials().size()) {
            if (token != null) {
                call.request().putHeader(TOKEN, "Bearer " + token);
            }
            return call.sendRequest();
        }
        Credential credential = brought.credentials().get(at);
        return trades.trade(credential, community(call, route)).transform(traded -> {
            if (traded.failed()) {
                Log.warnf("Nobody can say whose credential this is: %s", traded.cause());
                return refuse.answer(call, Refusal.of(Kind.UNAVAILABLE, String.valueOf(traded.cause())));
            }
            return traded.result() == null
                    ? refused(call, credential.header())
                    : tokens(call, route, brought, at + 1, traded.result());
        });
    }

    private static Future<ProxyResponse> refused(ProxyContext call, String header) {
        call.request().putHeader(GatewayHeaders.REFUSED_CREDENTIAL, header);
        return call.sendRequest();
    }

    private static @Nullable String community(ProxyContext call, Route route) {
        String inPath = route.community(call.request().proxiedRequest().path());
        return inPath != null ? inPath : call.request().proxiedRequest().getParam("communityId");
    }
}
