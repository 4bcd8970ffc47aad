package dev.regulars.identity.directory.privacy;

/** Who may see a field that its owner may hide. The constants are the names on the wire. */
public enum Audience {
    everyone,
    /** Admins and owners of a community, and oneself. */
    admins
}
