package dev.regulars.events.messaging;

/**
 * What a message was sent with, so that a partner can tell its own messages.
 *
 * @param kind user (a person's own token or key), key (a community's key), webhook (an incoming one) or analysis (a chart analysis, which
 *     the message shows)
 * @param id of the session, key, webhook or analysis
 */
public record MessageSource(String kind, String id) {}
