package dev.regulars.identity.accounts.mail;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Mails that other parts of this service owe the owner of an account. */
@ApplicationScoped
public class PendingMails {

    private final MailWorker mails;
    private final Clock clock;

    PendingMails(MailWorker mails, Clock clock) {
        this.mails = mails;
        this.clock = clock;
    }

    /** @param id of the mail: one that is owed already is not owed twice */
    public Uni<Void> owe(String accountId, String id, MailTemplate letter, String encryptedCode) {
        return OutgoingMailDocument.owe(accountId, new PendingMail(id, letter, encryptedCode, clock.instant()))
                .invoke(mails::wake);
    }
}
