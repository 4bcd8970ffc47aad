package dev.regulars.identity.account;

import dev.regulars.identity.account.AccountDocument.Code;
import dev.regulars.identity.mail.Letter;
import dev.regulars.platform.secret.MasterKey;
import dev.regulars.platform.secret.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Six digits by mail: fifteen minutes, five tries, a new one kills the old (contract §3.16). */
@ApplicationScoped
class Codes {

    private static final int DIGITS = 6;
    private static final int TRIES = 5;
    private static final Duration LIFETIME = Duration.ofMinutes(15);

    private final MasterKey master;
    private final Clock clock;

    Codes(MasterKey master, Clock clock) {
        this.master = master;
        this.clock = clock;
    }

    /** Owes the account a mail with a code, and keeps what checks it. */
    void give(AccountDocument account, Letter letter) {
        String digits = Secrets.digits(DIGITS);
        Instant now = clock.instant();
        account.code = new Code(hash(account.emailKey, digits), now.plus(LIFETIME), TRIES);
        account.mailDue.add(new MailDue(UUID.randomUUID().toString(), letter, master.encrypt(digits), now));
    }

    MailDue notice() {
        return new MailDue(UUID.randomUUID().toString(), Letter.ALREADY_REGISTERED, null, clock.instant());
    }

    /** Six digits have few values; the address in the hash keeps one table from fitting all. */
    static String hash(String emailKey, String digits) {
        return Secrets.hash(emailKey + "|" + digits);
    }
}
