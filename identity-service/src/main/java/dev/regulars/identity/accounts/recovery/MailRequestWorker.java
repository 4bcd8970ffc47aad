package dev.regulars.identity.accounts.recovery;

import dev.regulars.eventing.Poller;
import dev.regulars.eventing.outbox.Outbox;
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
import java.time.Duration;

/**
 * Decides, behind the caller's back, who is owed the letter that somebody asked for. To decide again changes nothing: an
 * account remembers when the letter it was last owed was asked for.
 */
@ApplicationScoped
class MailRequestWorker {

    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final MailedCodes codes;
    private final Outbox outbox;
    private final MailWorker mails;
    private final Poller poller;

    MailRequestWorker(Vertx vertx, MailedCodes codes, Outbox outbox, MailWorker mails) {
        this.codes = codes;
        this.outbox = outbox;
        this.mails = mails;
        this.poller = Poller.every(vertx, PAUSE, "Deciding on mails", this::round);
    }

    void start(@Observes StartupEvent started) {
        poller.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        poller.stop();
    }

    /** Something was asked for now. */
    void wake() {
        poller.wake();
    }

    private Uni<Void> round() {
        return MailRequestDocument.oldest()
                .onItem()
                .transformToMulti(asked -> Multi.createFrom().iterable(asked))
                .onItem()
                .transformToUniAndConcatenate(this::decideOrLeave)
                .collect()
                .last()
                .invoke(mails::wake)
                .replaceWithVoid();
    }

    /** One that cannot be decided is no reason to leave the others. */
    private Uni<Void> decideOrLeave(MailRequestDocument asked) {
        return decide(asked)
                .chain(() -> MailRequestDocument.decided(asked.id))
                .onFailure()
                .invoke(failure -> Log.warnf("A mail that was asked for waits: %s", failure))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<?> decide(MailRequestDocument asked) {
        return asked.letter == MailTemplate.RESET_PASSWORD
                ? RecoveryDocument.oweReset(outbox.alone(), asked.emailKey, codes.token(asked.letter), asked.at)
                : RecoveryDocument.oweCode(
                        outbox.alone(), asked.emailKey, codes.digits(asked.emailKey, asked.letter), asked.at);
    }
}
