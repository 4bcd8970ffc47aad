package dev.regulars.events.community;

import java.util.List;

/**
 * What a channel changes for one role or member; permissions by their names on the wire.
 *
 * @param target role or user
 * @param id of the role, or of the member's account
 */
public record ChannelOverwrite(String target, String id, List<String> allow, List<String> deny) {}
