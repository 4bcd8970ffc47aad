package dev.regulars.gateway.ratelimit;

import dev.regulars.gateway.error.ErrorResponder;
import dev.regulars.gateway.route.Route;
import dev.regulars.gateway.token.ExchangedToken;
import io.vertx.core.Future;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Limits the requests of one key, user and community, by the lower of the installation's and the community's own limits. */
@Singleton
public class CallerLimit implements ProxyInterceptor {

    private final RateLimiter limiter;
    private final RateLimits limits;
    private final ErrorResponder errors;

    CallerLimit(RateLimiter limiter, RateLimits limits, ErrorResponder errors) {
        this.limiter = limiter;
        this.limits = limits;
        this.errors = errors;
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        Quota exhausted = takeChatMethod(context);
        ExchangedToken caller = context.get(ExchangedToken.ATTRIBUTE, ExchangedToken.class);
        if (caller != null && exhausted == null) {
            exhausted = take(context, caller);
        }
        return exhausted == null ? context.sendRequest() : errors.refuse(context, exhausted.refusal());
    }

    /** As Rocket.Chat does it: by address and method (contract §3.15, step 2). */
    private @Nullable Quota takeChatMethod(ProxyContext context) {
        Route route = context.get(Route.ATTRIBUTE, Route.class);
        if (!route.family().equals("rocketchat")) {
            return null;
        }
        String client = ClientNetwork.of(context.request().proxiedRequest());
        String subject = client + " " + route.pattern().getLast();
        return exhausted(context, limiter.take(Policy.CHAT_METHOD, subject, limits.chatMethod()));
    }

    private @Nullable Quota take(ProxyContext context, ExchangedToken caller) {
        Quota exhausted = null;
        if (caller.user() != null) {
            exhausted = take(context, Policy.USER, caller.user(), limits.user(), caller);
        } else if (caller.key() != null) {
            exhausted = take(context, Policy.KEY, caller.key(), limits.key(), caller);
        }
        return exhausted == null && caller.community() != null
                ? take(context, Policy.COMMUNITY, caller.community(), limits.community(), caller)
                : exhausted;
    }

    private @Nullable Quota take(
            ProxyContext context, Policy policy, String subject, int limit, ExchangedToken caller) {
        int own = Math.min(limit, caller.limits().getOrDefault(policy.label, limit));
        return exhausted(context, limiter.take(policy, subject, own));
    }

    private static @Nullable Quota exhausted(ProxyContext context, Quota quota) {
        AddressLimit.note(context, quota);
        return quota.exhausted() ? quota : null;
    }
}
