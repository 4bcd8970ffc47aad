package dev.regulars.identity.accounts.userkey;

import dev.regulars.web.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Whose keys a call is about, and in which community.
 *
 * @param community absent for those of all communities
 */
record KeyOwner(String accountId, @Nullable String community) {

    /** Nobody but oneself: other users have no keys here. A session of one community sees only those of that community. */
    KeyOwner asking(@Nullable String userId) {
        if (userId != null && !userId.equalsIgnoreCase(accountId)) {
            throw Refusal.notFound("user", userId);
        }
        return this;
    }

    /** @param named by a new key */
    void checkReaches(String named) {
        if (community != null && !community.equals(named)) {
            throw Refusal.notFound("community", named);
        }
    }
}
