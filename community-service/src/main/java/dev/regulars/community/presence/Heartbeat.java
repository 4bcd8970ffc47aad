package dev.regulars.community.presence;

import dev.regulars.events.CommunityId;
import java.time.Instant;

/** That a member is here. */
record Heartbeat(CommunityId community, String accountId, Instant at) {}
