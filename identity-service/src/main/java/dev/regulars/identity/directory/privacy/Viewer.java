package dev.regulars.identity.directory.privacy;

import dev.regulars.web.caller.Level;
import org.jspecify.annotations.Nullable;

/** What a caller is to the person whose fields are read. */
public enum Viewer {
    SELF,
    /** Of the community, or its owner. */
    ADMIN,
    MEMBER;

    /** @param callerId absent for a visitor of a public widget */
    public static Viewer of(@Nullable String callerId, Level level, String accountId) {
        if (accountId.equals(callerId)) {
            return SELF;
        }
        return level.compareTo(Level.ADMIN) >= 0 ? ADMIN : MEMBER;
    }
}
