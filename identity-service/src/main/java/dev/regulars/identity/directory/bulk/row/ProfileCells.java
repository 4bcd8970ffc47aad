package dev.regulars.identity.directory.bulk.row;

import org.jspecify.annotations.Nullable;

/** Parts of a member's profile in the community; absent ones stay as they are. */
public record ProfileCells(
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String nickname,
        @Nullable String language) {

    static final ProfileCells NONE = new ProfileCells(null, null, null, null);

    public boolean isEmpty() {
        return equals(NONE);
    }
}
