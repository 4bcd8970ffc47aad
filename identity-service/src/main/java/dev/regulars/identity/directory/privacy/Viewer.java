package dev.regulars.identity.directory.privacy;

import dev.regulars.web.caller.Level;

/** What a caller is to the person whose fields are read. */
public enum Viewer {
    SELF,
    /** Of the community, or its owner. */
    ADMIN,
    MEMBER;

    public static Viewer of(String callerId, Level level, String accountId) {
        if (callerId.equals(accountId)) {
            return SELF;
        }
        return level.compareTo(Level.ADMIN) >= 0 ? ADMIN : MEMBER;
    }
}
