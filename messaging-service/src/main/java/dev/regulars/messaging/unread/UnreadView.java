package dev.regulars.messaging.unread;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a member has not read of a channel (contract §3.17). */
@Schema(name = "Unread", examples = """
        {"channelId": "66b1f2c3a4d3e5f607182941", "lastReadSeq": 1099511627776, "unread": 0}""")
record UnreadView(
        String channelId,

        @Schema(description = "0 where nothing was read yet")
        long lastReadSeq,

        @Schema(description = "Messages of others behind it, counted to 999")
        long unread) {}
