package dev.regulars.webhook.endpoint;

import io.vertx.mutiny.core.buffer.Buffer;

/** Outcome of a call. An unreachable endpoint is an expected outcome, not an error of this service. */
public sealed interface Response {

    /** The endpoint answered, with any status. */
    record Answered(int status, Buffer body) implements Response {
        public boolean isSuccess() {
            return status >= 200 && status < 300;
        }
    }

    /** @param reason in words */
    record Unanswered(String reason) implements Response {}
}
