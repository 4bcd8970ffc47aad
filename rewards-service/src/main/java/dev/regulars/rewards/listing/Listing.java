package dev.regulars.rewards.listing;

import org.jspecify.annotations.Nullable;

/**
 * How a list is wanted.
 *
 * @param sortBy name of a member
 * @param search text that the name contains
 * @param filter members that must have a value
 */
public record Listing(
        String sortBy,
        boolean ascending,
        @Nullable String search,
        @Nullable Wanted filter) {

    /** A member and the value it must have. */
    public record Wanted(String member, String value) {}
}
