package dev.regulars.web.family;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Remembers what a caller can read and then lets every operation answer JSON: who accepts only
 * {@code application/problem+json} means the refusals, and is no reason for a 406.
 */
@ApplicationScoped
class AcceptHeader {

    private static final String KEY = "regulars.accept";
    private static final int EARLY = 1_000;

    void install(@Observes Filters filters) {
        filters.register(AcceptHeader::remember, EARLY);
    }

    /** The {@code Accept} header as it came; empty where there was none. */
    static String by(RoutingContext call) {
        return call.get(KEY, "");
    }

    private static void remember(RoutingContext call) {
        String accept = call.request().getHeader("Accept");
        if (accept != null) {
            call.put(KEY, accept);
            call.request().headers().set("Accept", "*/*");
        }
        call.next();
    }
}
