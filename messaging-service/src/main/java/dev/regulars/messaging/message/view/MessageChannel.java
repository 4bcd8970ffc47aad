package dev.regulars.messaging.message.view;

/** Where a message stands. */
public record MessageChannel(String channel_id, String name) {}
