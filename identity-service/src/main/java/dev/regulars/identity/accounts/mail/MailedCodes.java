package dev.regulars.identity.accounts.mail;

import static java.util.stream.Collectors.joining;

import dev.regulars.crypto.MasterKey;
import dev.regulars.crypto.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/** Mailed secrets: six digits for 15 minutes, or a token for an hour (contract §3.16, §3.17). */
@ApplicationScoped
public class MailedCodes {

    private static final int DIGITS = 6;
    private static final Duration LIFETIME = Duration.ofMinutes(15);
    private static final Duration TOKEN_LIFETIME = Duration.ofHours(1);

    private final MasterKey master;
    private final Clock clock;

    MailedCodes(MasterKey master, Clock clock) {
        this.master = master;
        this.clock = clock;
    }

    public IssuedCode digits(String emailKey, MailTemplate template) {
        String digits = Secrets.digits(DIGITS);
        var stored = new MailedCode(hash(emailKey, digits), clock.instant().plus(LIFETIME));
        return new IssuedCode(stored, mail(template, digits));
    }

    /** Copied, not typed: too long to be guessed. */
    public IssuedCode token(MailTemplate template) {
        String token = Secrets.key();
        var stored = new MailedCode(Secrets.hash(token), clock.instant().plus(TOKEN_LIFETIME));
        return new IssuedCode(stored, mail(template, token));
    }

    public PendingMail notice(MailTemplate template) {
        return PendingMail.of(UUID.randomUUID().toString(), template, null, clock.instant());
    }

    private PendingMail mail(MailTemplate template, String secret) {
        return PendingMail.of(UUID.randomUUID().toString(), template, master.encrypt(secret), clock.instant());
    }

    /** Six digits have few values; the address in the hash keeps one table from fitting all. */
    public static String hash(String emailKey, String typed) {
        return Secrets.hash(emailKey + "|" + normalized(typed));
    }

    /** As it was mailed: people type blanks, and digits of their own script; a copied code may bring marks of direction. */
    private static String normalized(String typed) {
        return typed.codePoints()
                .filter(one -> !Character.isWhitespace(one)
                        && !Character.isSpaceChar(one)
                        && Character.getType(one) != Character.FORMAT)
                .mapToObj(one ->
                        Character.isDigit(one) ? String.valueOf(Character.digit(one, 10)) : Character.toString(one))
                .collect(joining());
    }
}
