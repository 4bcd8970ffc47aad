package dev.regulars.web.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * The name of one request from outside. It is in every line that is logged on the request's behalf, by whichever service, and
 * lives as long as the request's own context.
 */
@ApplicationScoped
public class RequestId {

    public static final String HEADER = "X-Request-Id";

    private static final String KEY = "requestId";
    private static final int BEFORE_ALL = 2_000;

    void install(@Observes Filters filters) {
        filters.register(RequestId::take, BEFORE_ALL);
    }

    /** Nothing where no request is being answered. */
    public static @Nullable String current() {
        return (String) MDC.get(KEY);
    }

    /** From now on this is the request that is being answered. */
    public static void begin(String id) {
        MDC.put(KEY, id);
    }

    private static void take(RoutingContext call) {
        String id = call.request().getHeader(HEADER);
        if (id != null) {
            begin(id);
        }
        call.next();
    }
}
