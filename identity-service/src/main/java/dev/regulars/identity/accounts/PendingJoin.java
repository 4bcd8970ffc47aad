package dev.regulars.identity.accounts;

import dev.regulars.identity.accounts.account.AccountDocument;
import org.jspecify.annotations.Nullable;

/** A membership that was promised to the creator of an account and that community-service does not have yet. */
public record PendingJoin(Account account, String communityId, int accessLevel) {

    /** Empty where no membership was promised. */
    public static @Nullable PendingJoin of(Account account, String communityId, @Nullable Integer accessLevel) {
        return accessLevel == null ? null : new PendingJoin(account, communityId, accessLevel);
    }

    static @Nullable PendingJoin of(@Nullable AccountDocument account) {
        return account == null || account.joinDue == null
                ? null
                : new PendingJoin(Account.of(account), account.joinDue.communityId(), account.joinDue.accessLevel());
    }
}
