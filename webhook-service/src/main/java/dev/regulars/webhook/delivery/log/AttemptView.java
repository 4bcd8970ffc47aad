package dev.regulars.webhook.delivery.log;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.regulars.webhook.delivery.LoggedAttempt;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One request to an endpoint, and its answer. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(examples = """
        {"at": "2026-03-10T16:15:51.456Z", "ms": 43,
         "request": {"method": "POST", "url": "https://crm.example.com/hooks",
                     "headers": {"webhook-signature": "***", "webhook-timestamp": "1773159351"}},
         "responseStatus": 204, "responseHeaders": {"server": "nginx"}, "responseBody": "",
         "reason": "The endpoint answered 204"}""")
public record AttemptView(
        Instant at,

        @Schema(description = "From the DNS lookup to the end of the answer, in milliseconds")
        long ms,

        RequestView request,

        @Schema(description = "Absent without an answer") @Nullable
        Integer responseStatus,

        Map<String, String> responseHeaders,

        @Schema(description = "Its first 4 KiB; absent without an answer") @Nullable
        String responseBody,

        @Schema(description = "What came of it") String reason) {

    /** What was sent; secrets are masked. */
    @Schema(name = "AttemptRequestView")
    public record RequestView(String method, String url, Map<String, String> headers) {}

    public static AttemptView of(LoggedAttempt attempt) {
        return new AttemptView(
                attempt.at(),
                attempt.ms(),
                new RequestView("POST", attempt.url(), headers(attempt.requestHeaders())),
                attempt.responseStatus(),
                headers(attempt.responseHeaders()),
                attempt.responseBody(),
                attempt.reason());
    }

    private static Map<String, String> headers(List<String> lines) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line : lines) {
            int colon = line.indexOf(": ");
            headers.put(line.substring(0, colon), line.substring(colon + 2));
        }
        return headers;
    }
}
