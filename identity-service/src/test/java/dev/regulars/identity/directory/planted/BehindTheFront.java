package dev.regulars.identity.directory.planted;

import dev.regulars.identity.accounts.account.AccountDocument;

/** Planted: a class of the directory that reads an account behind the front. */
public final class BehindTheFront {

    private BehindTheFront() {}

    static String emailOf(AccountDocument account) {
        return account.email;
    }
}
