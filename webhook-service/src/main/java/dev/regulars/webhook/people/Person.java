package dev.regulars.webhook.people;

/** Profile of a member, as shown to partners. */
public record Person(String userId, String username, String email, String firstName, String lastName) {}
