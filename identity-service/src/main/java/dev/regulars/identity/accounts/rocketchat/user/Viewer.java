package dev.regulars.identity.accounts.rocketchat.user;

/** How much of a user somebody may see; a later one sees all that those before do. */
enum Viewer {
    EVERYONE,
    /** Holds {@code view-full-other-user-info}: the installation's admin. */
    ADMIN,
    SELF;

    boolean seesAll() {
        return this != EVERYONE;
    }
}
