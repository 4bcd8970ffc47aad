package dev.regulars.messaging.stream;

/** What ends a stream. Expected, so it carries no stack trace. */
public final class StreamRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final CloseCode why;

    public StreamRefused(CloseCode why, String detail) {
        super(why + ": " + detail, null, false, false);
        this.why = why;
    }

    public CloseCode why() {
        return why;
    }
}
