package dev.regulars.identity.accounts;

import dev.regulars.identity.accounts.account.AccountDocument;

/** What other parts of this service may know of an account. */
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

    /** The same person, as others call them. */
    public Account called(String first, String last, String display) {
        return new Account(id, userId, username, email, first, last, display);
    }
}
