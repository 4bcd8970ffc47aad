package dev.regulars.webhook.delivery.ingestion;

/** A channel whose name has not arrived yet. Expected, so it carries no stack trace. */
final class ChannelMissing extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ChannelMissing(String channelId) {
        super("The name of channel " + channelId + " has not arrived yet", null, false, false);
    }
}
