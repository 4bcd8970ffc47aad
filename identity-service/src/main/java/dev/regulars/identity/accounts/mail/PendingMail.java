package dev.regulars.identity.accounts.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail that an account is owed. It stands in the account until the mail server has it, so that a crash repeats a mail,
 * with the same code, and loses none.
 *
 * @param encryptedCode under the master key; absent where the mail has none
 * @param notBefore when it may be tried next: now, or when the replica that has it in hand must be dead
 */
public record PendingMail(
        String id, MailTemplate letter, @Nullable String encryptedCode, Instant notBefore) {}
