package dev.regulars.webhook.people;

/** A member of a community. */
public record MemberId(String communityId, String accountId) {}
