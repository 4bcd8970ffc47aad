package dev.regulars.messaging.log;

/** What an entry of a channel's log tells; the live stream calls it the same. */
public enum LogKind {
    MESSAGE("message"),
    EDITED("message_edited"),
    DELETED("message_deleted"),
    REACTED("reaction_added"),
    UNREACTED("reaction_removed");

    private final String wire;

    LogKind(String wire) {
        this.wire = wire;
    }

    public String wire() {
        return wire;
    }
}
