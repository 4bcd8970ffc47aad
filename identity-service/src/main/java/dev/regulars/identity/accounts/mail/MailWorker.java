package dev.regulars.identity.accounts.mail;

import dev.regulars.crypto.MasterKey;
import dev.regulars.eventing.Poller;
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
import java.time.Instant;

/** Sends what accounts are due, and takes it out of them once the mail server has it. */
@ApplicationScoped
public class MailWorker {

    /** Longer than a mail server takes; after it the replica that had the mail in hand counts as dead. */
    private static final Duration IN_HAND = Duration.ofSeconds(10);

    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final MailSender postman;
    private final MasterKey master;
    private final Clock clock;
    private final Poller poller;

    MailWorker(Vertx vertx, MailSender postman, MasterKey master, Clock clock) {
        this.postman = postman;
        this.master = master;
        this.clock = clock;
        this.poller = Poller.every(vertx, PAUSE, "Sending mails", this::round);
    }

    void start(@Observes StartupEvent started) {
        poller.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        poller.stop();
    }

    /** Something may be due now. */
    public void wake() {
        poller.wake();
    }

    private Uni<Void> round() {
        Instant now = clock.instant();
        return OutgoingMailDocument.due(now)
                .onItem()
                .transformToMulti(accounts -> Multi.createFrom().iterable(accounts))
                .onItem()
                .transformToUniAndConcatenate(account -> sendAll(account, now))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> sendAll(OutgoingMailDocument account, Instant now) {
        return Multi.createFrom()
                .iterable(account.mailDue)
                .onItem()
                .transformToUniAndConcatenate(mail -> send(account, mail, now))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> send(OutgoingMailDocument account, PendingMail mail, Instant now) {
        return OutgoingMailDocument.takeInHand(account.id, mail, now, now.plus(IN_HAND))
                .chain(mine -> mine ? deliver(account, mail) : Uni.createFrom().voidItem());
    }

    private Uni<Void> deliver(OutgoingMailDocument account, PendingMail mail) {
        String code = mail.encryptedCode() == null ? "" : master.decrypt(mail.encryptedCode());
        return postman.send(account.email, mail.letter(), Language.named(account.language), code)
                .chain(() -> OutgoingMailDocument.mailed(account.id, mail))
                .onFailure()
                .recoverWithUni(failure -> postpone(account, mail, failure));
    }

    private Uni<Void> postpone(OutgoingMailDocument account, PendingMail mail, Throwable failure) {
        Log.warnf("A mail to account %s waits: %s", account.id, failure);
        return OutgoingMailDocument.postpone(account.id, mail, clock.instant().plus(PAUSE));
    }
}
