package dev.regulars.webhook.delivery;

import dev.regulars.webhook.client.Response;
import dev.regulars.webhook.client.Response.Answered;
import dev.regulars.webhook.client.Response.Unanswered;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An attempt as the log keeps it: secrets are masked, bodies are cut off.
 *
 * @param ms from the DNS lookup to the end of the answer
 * @param requestHeaders lines {@code name: value}
 * @param reason what came of it, in words
 */
public record LoggedAttempt(
        Instant at,
        long ms,
        String url,
        List<String> requestHeaders,
        @Nullable Integer responseStatus,
        List<String> responseHeaders,
        @Nullable String responseBody,
        String reason) {

    private static final int MAX_BODY = 4096;
    private static final Set<String> SECRET =
            Set.of("webhook-signature", "signature", "set-cookie", "authorization", "x-api-key");

    public static LoggedAttempt of(Instant at, long ms, String url, Map<String, String> headers, Response response) {
        return switch (response) {
            case Answered answer ->
                new LoggedAttempt(
                        at,
                        ms,
                        url,
                        lines(headers),
                        answer.status(),
                        lines(answer.headers()),
                        text(answer),
                        answer.reason());
            case Unanswered no -> new LoggedAttempt(at, ms, url, lines(headers), null, List.of(), null, no.reason());
        };
    }

    private static List<String> lines(Map<String, String> headers) {
        List<String> lines = new ArrayList<>(headers.size());
        headers.forEach((name, value) ->
                lines.add(name + ": " + (SECRET.contains(name.toLowerCase(Locale.ROOT)) ? "***" : value)));
        lines.sort(null);
        return lines;
    }

    private static String text(Answered answer) {
        byte[] bytes = answer.body().getBytes();
        return new String(bytes, 0, Math.min(bytes.length, MAX_BODY), StandardCharsets.UTF_8).replace('\0', ' ');
    }
}
