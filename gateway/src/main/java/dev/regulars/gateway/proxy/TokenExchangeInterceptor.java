package dev.regulars.gateway.proxy;

import dev.regulars.gateway.error.ErrorResponder;
import dev.regulars.gateway.limits.GatewayLimits;
import dev.regulars.gateway.route.AuthScheme;
import dev.regulars.gateway.route.Operations;
import dev.regulars.gateway.route.Route;
import dev.regulars.gateway.token.Credential;
import dev.regulars.gateway.token.ExchangedToken;
import dev.regulars.gateway.token.KeyUsage;
import dev.regulars.gateway.token.PresentedCredentials;
import dev.regulars.gateway.token.TokenCache;
import dev.regulars.web.http.GatewayHeaders;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.refusal.Refusal;
import io.quarkus.logging.Log;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpVersion;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Replaces the credential of a request by an internal token. A missing or invalid credential is refused by the service, which
 * knows which of its operations are public; but no body is read in vain for an operation that is documented as not public.
 */
@Singleton
class TokenExchangeInterceptor implements ProxyInterceptor {

    private static final String AUTHORIZATION = "Authorization";
    private static final List<String> CREDENTIALS = List.of(AUTHORIZATION, "x-api-key", "x-auth-token", "x-user-id");

    private final TokenCache tokens;
    private final KeyUsage usage;
    private final Operations operations;
    private final Set<String> openPaths;
    private final ErrorResponder errors;

    TokenExchangeInterceptor(
            TokenCache tokens, KeyUsage usage, Operations operations, GatewayLimits limits, ErrorResponder errors) {
        this.openPaths = limits.openPaths().orElse(Set.of());
        this.tokens = tokens;
        this.usage = usage;
        this.operations = operations;
        this.errors = errors;
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        MultiMap headers = context.request().headers();
        Route route = context.get(Route.ATTRIBUTE, Route.class);
        if (route.auth() == AuthScheme.OWN) {
            return context.sendRequest();
        }
        PresentedCredentials presented = PresentedCredentials.in(headers, route.auth());
        CREDENTIALS.forEach(headers::remove);
        if (presented.invalidHeader() != null) {
            return withoutToken(context, presented.invalidHeader());
        }
        if (presented.credentials().isEmpty()) {
            return withoutToken(context, null);
        }
        return exchange(context, route, presented, 0, null);
    }

    /** A service names the caller it changed, so the change applies before the client reads the response. */
    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        MultiMap headers = context.response().headers();
        headers.getAll(GatewayHeaders.CALLER_CHANGED).forEach(tokens::invalidate);
        headers.remove(GatewayHeaders.CALLER_CHANGED);
        headers.getAll(GatewayHeaders.USED_PERMISSION).forEach(usage::record);
        headers.remove(GatewayHeaders.USED_PERMISSION);
        return context.sendResponse();
    }

    /** One credential after the other: all must be valid, and the last one identifies the caller. */
    private Future<ProxyResponse> exchange(
            ProxyContext context, Route route, PresentedCredentials presented, int at, @Nullable ExchangedToken token) {
        if (at == presented.credentials().size() && token != null) {
            context.set(ExchangedToken.ATTRIBUTE, token);
            context.request().putHeader(AUTHORIZATION, "Bearer " + token.token());
            return context.sendRequest();
        }
        Credential credential = presented.credentials().get(at);
        return tokens.get(credential, community(context, route)).transform(exchanged -> {
            if (exchanged.failed()) {
                Log.warnf("Credential resolution failed: %s", exchanged.cause());
                return errors.refuse(context, Refusal.of(Kind.UNAVAILABLE, String.valueOf(exchanged.cause())));
            }
            return exchanged.result() == null
                    ? withoutToken(context, credential.header())
                    : exchange(context, route, presented, at + 1, exchanged.result());
        });
    }

    private Future<ProxyResponse> withoutToken(ProxyContext context, @Nullable String invalidHeader) {
        Route route = context.get(Route.ATTRIBUTE, Route.class);
        if (hasBody(context.request())
                && !openPaths.contains(route.upstreamPattern())
                && operations.requiresCredential(
                        route, context.request().getMethod().name())) {
            Kind kind = "authorization".equals(invalidHeader) ? Kind.UNAUTHENTICATED : Kind.KEY_REFUSED;
            return errors.refuse(context, Refusal.of(kind, "no body is read without a credential"));
        }
        if (invalidHeader != null) {
            context.request().putHeader(GatewayHeaders.REFUSED_CREDENTIAL, invalidHeader);
        }
        return context.sendRequest();
    }

    /** Only the frames of HTTP/2 tell whether a body without a length follows. */
    private static boolean hasBody(ProxyRequest request) {
        long length = request.getBody() == null ? 0 : request.getBody().length();
        boolean mayFollow = length < 0 && request.version() == HttpVersion.HTTP_2;
        return length > 0 || mayFollow || request.headers().contains("Transfer-Encoding");
    }

    private static @Nullable String community(ProxyContext context, Route route) {
        String inPath = route.community(context.request().proxiedRequest().path());
        return inPath != null ? inPath : context.request().proxiedRequest().getParam("communityId");
    }
}
