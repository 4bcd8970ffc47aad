package dev.regulars.identity.accounts.recovery;

import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.worker.Worklist;
import dev.regulars.eventing.worker.Worklists;
import dev.regulars.identity.accounts.account.AccountDocument;
import dev.regulars.identity.accounts.account.PasswordWrites;
import dev.regulars.identity.accounts.account.Registration;
import dev.regulars.identity.accounts.account.RegistrationWrites;
import dev.regulars.identity.accounts.mail.IssuedCode;
import dev.regulars.identity.accounts.mail.MailTemplate;
import dev.regulars.identity.accounts.mail.MailWorker;
import dev.regulars.identity.accounts.mail.MailedCodes;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * Decides which requested mails are sent, after their callers were answered. Deciding again changes nothing: an account
 * remembers when its last mail of a kind was asked for.
 */
@Startup
@ApplicationScoped
class MailRequestWorker {

    private final MailedCodes codes;
    private final Outbox outbox;
    private final MailWorker mails;
    private final Worklist<MailRequestDocument> worklist;

    MailRequestWorker(Worklists worklists, MailedCodes codes, Outbox outbox, MailWorker mails) {
        this.codes = codes;
        this.outbox = outbox;
        this.mails = mails;
        this.worklist = worklists.every(
                Duration.ofSeconds(2),
                "Deciding on requested mails",
                MailRequestDocument::due,
                request -> request.id,
                (request, now) -> decideAndRemove(request),
                (request, until) -> MailRequestDocument.postpone(request.id, until));
    }

    /** A mail may have been requested now. */
    void wake() {
        worklist.wake();
    }

    private Uni<Void> decideAndRemove(MailRequestDocument request) {
        return decide(request)
                .chain(() -> MailRequestDocument.remove(request.id))
                .invoke(mails::wake);
    }

    private Uni<?> decide(MailRequestDocument request) {
        Tx tx = outbox.alone();
        return request.template == MailTemplate.RESET_PASSWORD
                ? PasswordWrites.issueReset(tx, request.emailKey, codes.token(request.template), request.at)
                : AccountDocument.byEmail(tx, request.emailKey)
                        .onItem()
                        .ifNotNull()
                        .transformToUni(account -> renewCode(tx, account, request));
    }

    /** Of several registrations the newest gets the code. */
    private Uni<?> renewCode(Tx tx, AccountDocument account, MailRequestDocument request) {
        IssuedCode code = codes.digits(account.emailKey, request.template);
        if (account.registrations.isEmpty()) {
            return RegistrationWrites.renewCode(
                    tx, account.emailKey, code.about(account.username, account.language), request.at);
        }
        Registration newest = account.registrations.getLast();
        return RegistrationWrites.renewCode(
                tx, account.emailKey, newest, code.about(newest.username(), newest.language()), request.at);
    }
}
