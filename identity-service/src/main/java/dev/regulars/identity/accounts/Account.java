package dev.regulars.identity.accounts;

import dev.regulars.identity.accounts.account.AccountDocument;

/** A person's account as the rest of this service sees it. */
public record Account(
        String id,
        String userId,
        String username,
        String email,
        String firstName,
        String lastName,
        String displayName) {

    public static Account of(AccountDocument account) {
        return new Account(
                account.id,
                account.userId,
                account.username,
                account.email,
                account.firstName,
                account.lastName,
                account.displayName);
    }

    /** The same person under the names that a community has for them. */
    public Account named(String first, String last, String display) {
        return new Account(id, userId, username, email, first, last, display);
    }

    /** As the API shows a person (contract §3.1.3, §3.16). */
    public UserView view() {
        return new UserView(id, userId, username, email, firstName, lastName, displayName);
    }
}
