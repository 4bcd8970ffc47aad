package dev.regulars.web.caller.token;

import dev.regulars.web.http.GatewayHeaders;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.refusal.Refusal;
import io.quarkus.logging.Log;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The refusal of a missing or invalid credential. */
public final class Unauthenticated {

    private Unauthenticated() {}

    /** @param failure of the check, if it failed; where the keys to check with cannot be had, nobody is turned away */
    public static Refusal refusal(RoutingContext call, @Nullable Throwable failure) {
        if (keysAway(failure)) {
            Log.warnf("The keys to check callers with cannot be had: %s", failure);
            return Refusal.of(Kind.UNAVAILABLE, String.valueOf(failure));
        }
        boolean token = "authorization".equalsIgnoreCase(call.request().getHeader(GatewayHeaders.REFUSED_CREDENTIAL));
        return Refusal.of(token ? Kind.UNAUTHENTICATED : Kind.KEY_REFUSED, String.valueOf(failure));
    }

    private static boolean keysAway(@Nullable Throwable failure) {
        Throwable cause = failure;
        while (cause != null) {
            if (cause instanceof IOException) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
