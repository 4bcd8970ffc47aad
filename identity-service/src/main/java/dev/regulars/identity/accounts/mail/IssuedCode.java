package dev.regulars.identity.accounts.mail;

import org.jspecify.annotations.Nullable;

/** A code as it is stored and the mail that carries it. */
public record IssuedCode(MailedCode stored, PendingMail mail) {

    public IssuedCode about(String username, @Nullable String language) {
        return new IssuedCode(stored, mail.about(username, language));
    }
}
