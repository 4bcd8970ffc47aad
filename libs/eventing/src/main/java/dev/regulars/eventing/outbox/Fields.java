package dev.regulars.eventing.outbox;

/** What this package keeps in a document, and nobody else touches. */
final class Fields {

    static final String VERSION = "version";
    static final String N = "version.n";
    static final String DELETED = "deleted";
    static final String OUTBOX = "outbox";
    static final String OLDEST = "outbox.0.at";
    /** There when five hundred events wait. */
    static final String FULL = "outbox.499";

    static final int MOST = 500;

    private Fields() {}
}
