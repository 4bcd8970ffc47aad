package dev.regulars.webhook.client;

import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Outcome of a call. An unreachable endpoint is an expected outcome, not an error of this service. */
public sealed interface Response {

    /** How long the endpoint asks us to wait (contract 4.5). */
    @Nullable
    Duration retryAfter();

    /**
     * The endpoint answered, with any status. The status alone decides: what was not read of the body changes nothing.
     *
     * @param body as much of it as was read
     * @param contentEncoding null for a plain body
     * @param headers the first of them
     */
    record Answered(
            int status,
            Buffer body,
            boolean isComplete,
            @Nullable String contentEncoding,
            Map<String, String> headers,
            @Nullable Duration retryAfter)
            implements Response {

        public static final int GONE = 410;

        public boolean isSuccess() {
            return status >= 200 && status < 300;
        }

        public boolean isRedirect() {
            return status >= 300 && status < 400;
        }

        /** The endpoint wants no more messages, ever. */
        public boolean isGone() {
            return status == GONE;
        }

        /** In words. */
        public String reason() {
            if (isGone()) {
                return "The endpoint answered 410: the webhook was switched off";
            }
            return "The endpoint answered " + status + (isRedirect() ? "; redirects are not followed" : "");
        }
    }

    /** @param reason in words */
    record Unanswered(String reason) implements Response {
        @Override
        public @Nullable Duration retryAfter() {
            return null;
        }
    }
}
