package dev.regulars.identity.accounts.mail;

import dev.regulars.crypto.MasterKey;
import dev.regulars.crypto.Secrets;
import dev.regulars.identity.accounts.account.AccountDocument;
import dev.regulars.identity.accounts.account.AccountDocument.Code;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/**
 * What is mailed to show that one reads an address: six digits for fifteen minutes and five tries, or a token for an hour; a new
 * one kills the old (contract §3.16, §3.17).
 */
@ApplicationScoped
public class MailedCodes {

    /** A code, as it is kept and as it is mailed. */
    public record IssuedCode(Code code, PendingMail mail) {}

    private static final int DIGITS = 6;
    private static final int TRIES = 5;
    private static final Duration LIFETIME = Duration.ofMinutes(15);
    private static final Duration TOKEN_LIFETIME = Duration.ofHours(1);

    private final MasterKey master;
    private final Clock clock;

    MailedCodes(MasterKey master, Clock clock) {
        this.master = master;
        this.clock = clock;
    }

    /** Owes the account a mail with a code, and keeps what checks it. */
    public void give(AccountDocument account, MailTemplate letter) {
        IssuedCode given = digits(account.emailKey, letter);
        account.code = given.code();
        account.mailDue.add(given.mail());
    }

    public IssuedCode digits(String emailKey, MailTemplate letter) {
        String digits = Secrets.digits(DIGITS);
        return new IssuedCode(
                new Code(hash(emailKey, digits), clock.instant().plus(LIFETIME), TRIES), due(letter, digits));
    }

    /** For what nobody types: long enough that no tries need be counted. */
    public IssuedCode token(MailTemplate letter) {
        String token = Secrets.key();
        return new IssuedCode(
                new Code(Secrets.hash(token), clock.instant().plus(TOKEN_LIFETIME), 1), due(letter, token));
    }

    public PendingMail notice() {
        return new PendingMail(UUID.randomUUID().toString(), MailTemplate.ALREADY_REGISTERED, null, clock.instant());
    }

    private PendingMail due(MailTemplate letter, String secret) {
        return new PendingMail(UUID.randomUUID().toString(), letter, master.encrypt(secret), clock.instant());
    }

    /** Six digits have few values; the address in the hash keeps one table from fitting all. */
    public static String hash(String emailKey, String digits) {
        return Secrets.hash(emailKey + "|" + digits);
    }
}
