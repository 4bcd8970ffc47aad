package dev.regulars.messaging.stream;

/** An event of a channel, encoded once for all who read it. */
record Frame(String channelId, long seq, String type, String json) {}
