package dev.regulars.identity.account;

import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.identity.mail.Letter;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Mails that other parts of this service owe the owner of an account. */
@ApplicationScoped
public class OwedMails {

    private final Outbox outbox;
    private final SendMails mails;
    private final Clock clock;

    OwedMails(Outbox outbox, SendMails mails, Clock clock) {
        this.outbox = outbox;
        this.mails = mails;
        this.clock = clock;
    }

    /** @param id of the mail: one that is owed already is not owed twice */
    public Uni<Void> owe(String accountId, String id, Letter letter, String encryptedCode) {
        var due = new MailDue(id, letter, encryptedCode, clock.instant());
        return AccountDocument.owe(outbox.alone(), accountId, due)
                .invoke(mails::poke)
                .replaceWithVoid();
    }
}
