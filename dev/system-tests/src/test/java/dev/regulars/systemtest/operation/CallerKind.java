package dev.regulars.systemtest.operation;

import java.util.Locale;

/** The columns of the authorization table. */
enum CallerKind {
    NONE,
    MEMBER,
    /** A member with a role that has server_administrator. */
    ADMIN,
    OWNER,
    /** The owner of another community. */
    OTHER_OWNER,
    /** A key with only the permission of the operation. */
    ONLY_PERMISSION,
    /** A key with all permissions but that of the operation. */
    WITHOUT_PERMISSION,
    REVOKED_KEY,
    SYSTEM_KEY,
    /** An internal token of a service, presented from outside. */
    SERVICE;

    boolean isPerson() {
        return this == MEMBER || this == ADMIN || this == OWNER || this == OTHER_OWNER;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
