package dev.regulars.webhook.subscription.api;

/** Somebody else changed the subscription between our look and our write. */
public final class ChangedMeanwhile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ChangedMeanwhile() {
        super("The webhook was changed meanwhile", null, false, false);
    }
}
