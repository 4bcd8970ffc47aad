package dev.regulars.messaging.stream.feed;

/** An event of a channel, encoded once for all who read it. */
public record Frame(String channelId, long seq, String type, String json) {}
