package dev.regulars.identity.mail;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Mails that other parts of this service owe the owner of an account. */
@ApplicationScoped
public class OwedMails {

    private final SendMails mails;
    private final Clock clock;

    OwedMails(SendMails mails, Clock clock) {
        this.mails = mails;
        this.clock = clock;
    }

    /** @param id of the mail: one that is owed already is not owed twice */
    public Uni<Void> owe(String accountId, String id, Letter letter, String encryptedCode) {
        return MailboxDocument.owe(accountId, new MailDue(id, letter, encryptedCode, clock.instant()))
                .invoke(mails::wake);
    }
}
