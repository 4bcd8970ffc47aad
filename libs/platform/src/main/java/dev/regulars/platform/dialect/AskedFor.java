package dev.regulars.platform.dialect;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;

/**
 * Remembers what a caller wants to read and then lets every operation answer JSON: who accepts only
 * {@code application/problem+json} means the refusals, and is no reason for a 406.
 */
final class AskedFor {

    private static final String KEY = "regulars.accept";
    private static final int EARLY = 1_000;

    void install(@Observes Filters filters) {
        filters.register(AskedFor::remember, EARLY);
    }

    private static void remember(RoutingContext call) {
        String accept = call.request().getHeader("Accept");
        if (accept != null) {
            call.put(KEY, accept);
            call.request().headers().set("Accept", "*/*");
        }
        call.next();
    }

    static String in(RoutingContext call) {
        return call.get(KEY, "");
    }
}
