package dev.regulars.webhook.people;

/** Somebody in a community. */
public record Member(String communityId, String accountId) {}
