package dev.regulars.webhook.people;

/** A member whose profile is still on its way. Expected, so it carries no stack trace. */
final class NotToldYet extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotToldYet(String communityId, String accountId) {
        super("Nobody has told yet who " + accountId + " is in " + communityId, null, false, false);
    }
}
