package dev.regulars.internal.people;

import org.jspecify.annotations.Nullable;

/**
 * A person in one community, under the names that the community has for them.
 *
 * @param accountId 24 hex digits, the {@code _id} of the API
 * @param userId decimal string
 * @param avatar a URL; absent where the person has none
 * @param isMember false once the membership ended; what belongs to the person stays theirs
 * @param showsPresence whether every member may see that the person is online; otherwise only admins may
 */
public record Person(
        String accountId,
        String userId,
        String username,
        String email,
        String firstName,
        String lastName,
        String displayName,
        @Nullable String avatar,
        boolean isMember,
        boolean showsPresence) {}
