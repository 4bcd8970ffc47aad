package dev.regulars.webhook.people;

/** A member, as partners get to know them. */
public record Person(String userId, String username, String email, String firstName, String lastName) {}
