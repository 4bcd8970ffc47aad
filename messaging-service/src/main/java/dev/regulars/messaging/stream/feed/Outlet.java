package dev.regulars.messaging.stream.feed;

import dev.regulars.messaging.stream.CloseCode;

/** A connection to a client. Of any thread. */
public interface Outlet {

    /** Whether the client takes more now; once it does again, {@link Subscriber#pumpAll} is called. */
    boolean isWritable();

    /** @param frame with its place, for a protocol that sends places of its own */
    void send(Frame frame);

    /** A frame without a place. */
    void send(String json);

    /** Shows whoever is between that the connection lives. */
    void beat();

    /** After what was sent before. */
    void close(CloseCode why);
}
