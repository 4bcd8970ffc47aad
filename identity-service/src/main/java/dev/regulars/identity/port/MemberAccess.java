package dev.regulars.identity.port;

import dev.regulars.web.caller.Level;
import java.util.List;

/**
 * What a person is in a community, and may do there outside its channels.
 *
 * @param permissions names of role permissions on the wire
 */
public record MemberAccess(Level level, List<String> permissions) {}
