package dev.regulars.identity.accounts.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail that stands in its account until the mail server has taken it, so that a crash repeats a mail, with the same code,
 * and loses none.
 *
 * @param encryptedCode under the master key; absent where the mail has none
 * @param notBefore when it may be tried next: now, or when the replica that is sending it must be dead
 * @param username that the mail is about; absent where it is about the account
 * @param language English name; absent for the account's
 * @param attempts that failed; absent for none
 */
public record PendingMail(
        String id,
        MailTemplate template,
        @Nullable String encryptedCode,
        Instant notBefore,
        @Nullable String username,
        @Nullable String language,
        @Nullable Integer attempts) {

    public static PendingMail of(String id, MailTemplate template, @Nullable String encryptedCode, Instant notBefore) {
        return new PendingMail(id, template, encryptedCode, notBefore, null, null, null);
    }

    /** The same mail, to the person who registered under a username, in the language that they registered in. */
    public PendingMail about(String username, @Nullable String language) {
        return new PendingMail(id, template, encryptedCode, notBefore, username, language, attempts);
    }

    int failedAttempts() {
        return attempts == null ? 0 : attempts;
    }
}
