package dev.regulars.web.family;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Answers {@code OPTIONS} from the same table as a 405: the framework's own answer allows {@code HEAD} on every path. */
@ApplicationScoped
class OptionsResponder {

    private static final int PRIORITY = 900;

    private final AllowedMethods methods;

    OptionsResponder(AllowedMethods methods) {
        this.methods = methods;
    }

    void register(@Observes Filters filters) {
        filters.register(this::respond, PRIORITY);
    }

    private void respond(RoutingContext call) {
        String allowed = call.request().method().equals(HttpMethod.OPTIONS) ? methods.at(call.normalizedPath()) : "";
        if (allowed.isEmpty()) {
            call.next();
        } else {
            call.response().setStatusCode(204).putHeader("Allow", allowed).end();
        }
    }
}
