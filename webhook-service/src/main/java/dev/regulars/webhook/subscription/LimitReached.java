package dev.regulars.webhook.subscription;

import dev.regulars.web.refusal.ErrorCode;
import dev.regulars.web.refusal.Kind;

/** A community has as many webhooks as it may have. */
record LimitReached(int limit) implements ErrorCode {

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }

    @Override
    public String field() {
        return "webhooks";
    }

    @Override
    public String message() {
        return "limit reached: webhooks " + limit;
    }
}
