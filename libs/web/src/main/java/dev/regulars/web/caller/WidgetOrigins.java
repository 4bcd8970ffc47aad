package dev.regulars.web.caller;

import dev.regulars.web.http.GatewayHeaders;
import dev.regulars.web.refusal.Refusal;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A browser says which page a call comes from: the token of a widget is refused on pages that its community did not list. */
public final class WidgetOrigins {

    private WidgetOrigins() {}

    static void check(Caller caller, RoutingContext call) {
        MultiMap headers = call.request().headers();
        String origin = headers.get("Origin");
        if (!allow(caller.origins(), origin, headers.get(GatewayHeaders.HOST))) {
            throw Refusal.notPermitted("", caller.id() + " is used on " + origin);
        }
    }

    /**
     * @param listed by the community; null for a credential that is no widget's
     * @param origin absent where no browser calls
     * @param host that is called: its own pages may call it
     */
    public static boolean allow(@Nullable Set<String> listed, @Nullable String origin, @Nullable String host) {
        return listed == null || origin == null || listed.contains(origin) || isOurs(origin, host);
    }

    private static boolean isOurs(String origin, @Nullable String host) {
        return host != null && !host.isEmpty() && origin.endsWith("://" + host);
    }
}
