package dev.regulars.web.caller;

import dev.regulars.web.http.GatewayHeaders;
import dev.regulars.web.refusal.Refusal;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;

/** A browser says which page a call comes from: the token of a widget is refused on pages that its community did not list. */
final class WidgetOrigins {

    private WidgetOrigins() {}

    static void check(Caller caller, RoutingContext call) {
        Set<String> origins = caller.origins();
        MultiMap headers = call.request().headers();
        String origin = headers.get("Origin");
        if (origins == null || origin == null || origins.contains(origin) || isOurs(origin, headers)) {
            return;
        }
        throw Refusal.notPermitted("", caller.id() + " is used on " + origin);
    }

    /** A page that was loaded from the very host that is called. */
    private static boolean isOurs(String origin, MultiMap headers) {
        String host = headers.get(GatewayHeaders.HOST);
        return host != null && !host.isEmpty() && origin.endsWith("://" + host);
    }
}
