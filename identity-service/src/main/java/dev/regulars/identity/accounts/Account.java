package dev.regulars.identity.accounts;

import dev.regulars.identity.accounts.account.AccountDocument;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person's account as the rest of this service sees it.
 *
 * @param language its English name; absent until its owner says one
 * @param lastLogin absent before the first
 */
public record Account(
        String id,
        String userId,
        String username,
        String email,
        String firstName,
        String lastName,
        String displayName,
        @Nullable String language,
        @Nullable Instant lastLogin) {

    public static Account of(AccountDocument account) {
        return new Account(
                account.id,
                account.userId,
                account.username,
                account.email,
                account.firstName,
                account.lastName,
                account.displayName,
                account.language,
                account.lastLogin);
    }

    /** The same person under the names that a community has for them. */
    public Account named(String first, String last, String display) {
        return new Account(id, userId, username, email, first, last, display, language, lastLogin);
    }

    /** As the API shows a person (contract §3.1.3, §3.16). */
    public UserView view() {
        return new UserView(id, userId, username, email, firstName, lastName, displayName);
    }
}
