package dev.regulars.identity.accounts.userkey;

import dev.regulars.web.caller.Caller;
import dev.regulars.web.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Whose keys a call is about, and in which community.
 *
 * @param community absent for those of all communities
 */
record KeyOwner(String accountId, @Nullable String community) {

    /** Nobody but oneself: other users have no keys here. A session of one community sees only those of that community. */
    static KeyOwner of(Caller caller, @Nullable String userId) {
        String account = caller.accountId();
        if (userId != null && !userId.equalsIgnoreCase(account)) {
            throw Refusal.notFound("user", userId);
        }
        return new KeyOwner(account, caller.communityOrNone());
    }

    /** @param named by a new key */
    void checkReaches(String named) {
        if (community != null && !community.equals(named)) {
            throw Refusal.notFound("community", named);
        }
    }
}
