package dev.regulars.webhook.people;

/** A member whose profile has not arrived yet. Expected, so it carries no stack trace. */
final class ProfileMissing extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ProfileMissing(String communityId, String accountId) {
        super(
                "The profile of account " + accountId + " in community " + communityId + " has not arrived yet",
                null,
                false,
                false);
    }
}
