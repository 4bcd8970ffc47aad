package dev.regulars.webhook.receiver;

import io.vertx.mutiny.core.buffer.Buffer;

/** How a call ended. That a partner's endpoint is away is an everyday answer, not a failure of ours. */
public sealed interface Response {

    /** Whatever the status: the endpoint said something. */
    record Answered(int status, Buffer body) implements Response {
        public boolean isYes() {
            return status >= 200 && status < 300;
        }
    }

    /** @param reason in words for people */
    record Unanswered(String reason) implements Response {}
}
