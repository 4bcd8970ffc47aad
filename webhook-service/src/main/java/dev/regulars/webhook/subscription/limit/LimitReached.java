package dev.regulars.webhook.subscription.limit;

import dev.regulars.web.refusal.ErrorCode;

/** A community has as many webhooks as it may have. */
record LimitReached(int limit) implements ErrorCode {

    @Override
    public String name() {
        return "LIMIT_REACHED";
    }

    @Override
    public Definition definition() {
        return Definition.conflict("webhooks", "limit reached: webhooks " + limit);
    }
}
