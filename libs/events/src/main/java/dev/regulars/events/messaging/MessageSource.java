package dev.regulars.events.messaging;

/**
 * What a message was sent with, so that a partner can tell its own messages.
 *
 * @param kind user (a person's own token or key), key (a community's key) or webhook (an incoming one)
 * @param id of the session, key or webhook
 */
public record MessageSource(String kind, String id) {}
