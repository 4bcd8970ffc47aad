package dev.regulars.identity.accounts.mail;

import dev.regulars.identity.accounts.account.AccountDocument.MailedCode;

/** A code as it is stored and the mail that carries it. */
public record IssuedCode(MailedCode stored, PendingMail mail) {

    public IssuedCode about(String username, @org.jspecify.annotations.Nullable String language) {
        return new IssuedCode(stored, mail.about(username, language));
    }
}
