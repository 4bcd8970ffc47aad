package dev.regulars.identity.accounts.recovery;

import dev.regulars.eventing.Poller;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.identity.accounts.account.AccountDocument;
import dev.regulars.identity.accounts.account.PasswordWrites;
import dev.regulars.identity.accounts.account.Registration;
import dev.regulars.identity.accounts.account.RegistrationWrites;
import dev.regulars.identity.accounts.mail.IssuedCode;
import dev.regulars.identity.accounts.mail.MailTemplate;
import dev.regulars.identity.accounts.mail.MailWorker;
import dev.regulars.identity.accounts.mail.MailedCodes;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;

/**
 * Decides which requested mails are sent, after their callers were answered. Deciding again changes nothing: an account
 * remembers when its last mail of a kind was asked for.
 */
@ApplicationScoped
class MailRequestWorker {

    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration POSTPONED = Duration.ofMinutes(1);

    private final MailedCodes codes;
    private final Outbox outbox;
    private final MailWorker mails;
    private final Clock clock;
    private final Poller poller;

    MailRequestWorker(Vertx vertx, MailedCodes codes, Outbox outbox, MailWorker mails, Clock clock) {
        this.codes = codes;
        this.outbox = outbox;
        this.mails = mails;
        this.clock = clock;
        this.poller = Poller.every(vertx, PAUSE, "Deciding on requested mails", this::decideDue);
    }

    void start(@Observes StartupEvent started) {
        poller.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        poller.stop();
    }

    /** A mail may have been requested now. */
    void wake() {
        poller.wake();
    }

    private Uni<Void> decideDue() {
        return MailRequestDocument.due(clock.instant())
                .onItem()
                .transformToMulti(requests -> Multi.createFrom().iterable(requests))
                .onItem()
                .transformToUniAndConcatenate(this::decideOrPostpone)
                .collect()
                .last()
                .invoke(mails::wake)
                .replaceWithVoid();
    }

    private Uni<Void> decideOrPostpone(MailRequestDocument request) {
        return Uni.createFrom()
                .deferred(() -> decide(request))
                .chain(() -> MailRequestDocument.remove(request.id))
                .onFailure()
                .recoverWithUni(failure -> {
                    Log.warnf("A requested mail is decided later: %s", failure);
                    return MailRequestDocument.postpone(
                            request.id, clock.instant().plus(POSTPONED));
                });
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
