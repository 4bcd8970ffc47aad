package dev.regulars.community.channel;

/** What a channel is for. The constants are the names on the wire. */
public enum ChannelType {
    /** Messages one after the other. */
    open,
    /** Topics, each with messages of its own. */
    forum,
    /** Between two members. */
    direct,
    /** A page of another site beside its messages. */
    iframe
}
