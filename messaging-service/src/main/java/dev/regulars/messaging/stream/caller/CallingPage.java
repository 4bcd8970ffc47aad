package dev.regulars.messaging.stream.caller;

import dev.regulars.web.http.GatewayHeaders;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The page that a stream is opened from.
 *
 * @param origin absent where no browser opened it
 * @param host that it called
 */
public record CallingPage(@Nullable String origin, @Nullable String host) {

    public static CallingPage of(Function<String, @Nullable String> headers) {
        return new CallingPage(headers.apply("Origin"), headers.apply(GatewayHeaders.HOST));
    }
}
