package dev.regulars.messaging.log;

import dev.regulars.events.CommunityId;

/** Hears that a channel's log of this replica's making is longer; called on any thread, so it only takes note. */
public interface LogListener {

    void appended(CommunityId community, String channelId);
}
