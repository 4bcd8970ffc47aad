package dev.regulars.webhook.client;

import dev.regulars.webhook.client.Response.Answered;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpClientResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;

/** Reads an answer. Its body is cut off by size, by time or by a broken connection, and none of that is a failure. */
final class ResponseReader {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;
    private static final int MAX_HEADERS = 32;
    private static final int MAX_HEADER_CHARACTERS = 4096;
    private static final Duration SHORTEST = Duration.ofMillis(1);

    private ResponseReader() {}

    static Uni<Response> read(HttpClientResponse response, Duration remaining, ScheduledExecutorService timers) {
        var body = new BoundedBody();
        return Uni.createFrom()
                .<Void>emitter(end -> response.handler(next -> {
                            if (!body.add(next)) {
                                end.complete(null);
                            }
                        })
                        .exceptionHandler(end::fail)
                        .endHandler(nothing -> {
                            body.complete();
                            end.complete(null);
                        }))
                .ifNoItem()
                .after(remaining.compareTo(SHORTEST) < 0 ? SHORTEST : remaining)
                .on(timers)
                .fail()
                .onFailure()
                .recoverWithItem(failure -> cutOff(failure))
                .map(done -> answered(response, body));
    }

    private static Void cutOff(Throwable failure) {
        Log.debugf(failure, "The body of an answer was cut off");
        return null;
    }

    private static Response answered(HttpClientResponse response, BoundedBody body) {
        if (!body.isComplete()) {
            response.request().reset(); // what is left of the body would block the connection
        }
        return new Answered(
                response.statusCode(),
                body.buffer(),
                body.isComplete(),
                contentEncoding(response),
                headers(response),
                retryAfter(response));
    }

    /** The log of a delivery has no room for more. */
    private static Map<String, String> headers(HttpClientResponse response) {
        Map<String, String> headers = new LinkedHashMap<>();
        int room = MAX_HEADER_CHARACTERS;
        for (Map.Entry<String, String> header : response.headers()) {
            room -= header.getKey().length() + header.getValue().length();
            if (room < 0 || headers.size() == MAX_HEADERS) {
                break;
            }
            headers.merge(
                    header.getKey().toLowerCase(Locale.ROOT), header.getValue(), (one, next) -> one + ", " + next);
        }
        return headers;
    }

    private static @Nullable String contentEncoding(HttpClientResponse response) {
        String encoding = response.getHeader("Content-Encoding");
        return encoding == null || encoding.isBlank() || encoding.equalsIgnoreCase("identity") ? null : encoding;
    }

    /** A date is compared with the real clock, since endpoints know no other. */
    private static @Nullable Duration retryAfter(HttpClientResponse response) {
        boolean honoured = response.statusCode() == TOO_MANY_REQUESTS || response.statusCode() == UNAVAILABLE;
        return honoured ? RetryAfter.parse(response.getHeader("Retry-After"), Instant.now()) : null;
    }
}
