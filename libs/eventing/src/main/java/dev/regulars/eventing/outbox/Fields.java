package dev.regulars.eventing.outbox;

/** What this package keeps in a document, and nobody else touches. */
public final class Fields {

    public static final String VERSION = "version";
    static final String N = "version.n";
    public static final String DELETED = "deleted";
    public static final String OUTBOX = "outbox";
    public static final String OLDEST = "outbox.0.at";
    /** There when five hundred events wait. */
    static final String FULL = "outbox.499";

    static final int MOST = 500;

    private Fields() {}
}
