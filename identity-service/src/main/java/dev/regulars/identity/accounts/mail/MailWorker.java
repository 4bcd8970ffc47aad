package dev.regulars.identity.accounts.mail;

import dev.regulars.crypto.MasterKey;
import dev.regulars.eventing.worker.Worklist;
import dev.regulars.eventing.worker.Worklists;
import dev.regulars.identity.accounts.account.AccountDocument;
import dev.regulars.identity.accounts.account.MailWrites;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Sends pending mails, and removes each from its account once the mail server has taken it. */
@Startup
@ApplicationScoped
public class MailWorker {

    /** Longer than a mail server takes; after it the replica that was sending the mail counts as dead. */
    private static final Duration CLAIM = Duration.ofSeconds(10);

    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    /** About 15 hours of pauses. */
    private static final int MOST_ATTEMPTS = 100;

    private final MailSender sender;
    private final MailRenderer renderer;
    private final MasterKey master;
    private final Clock clock;
    private final Counter givenUp;
    private final Worklist<AccountDocument> worklist;

    MailWorker(
            Worklists worklists,
            MailSender sender,
            MailRenderer renderer,
            MasterKey master,
            Clock clock,
            MeterRegistry metrics) {
        this.sender = sender;
        this.renderer = renderer;
        this.master = master;
        this.clock = clock;
        this.givenUp = Counter.builder("mails.given.up")
                .description("Mails that could not be sent and are not tried again")
                .register(metrics);
        this.worklist = worklists.every(
                PAUSE,
                "Sending mails",
                MailWrites::due,
                account -> account.id,
                (account, now) -> sendAll(account),
                MailWrites::postpone);
    }

    /** A mail may be due now. */
    public void wake() {
        worklist.wake();
    }

    private Uni<Void> sendAll(AccountDocument account) {
        return Multi.createFrom()
                .iterable(account.mailDue)
                .onItem()
                .transformToUniAndConcatenate(mail -> send(account, mail))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> send(AccountDocument account, PendingMail mail) {
        Instant now = clock.instant(); // of this mail: the ones before it may have taken long
        if (!mail.notBefore().isBefore(now)) {
            return Uni.createFrom().voidItem();
        }
        if (mail.template().isForUnverified() && account.hasVerifiedAddress()) {
            return MailWrites.remove(account.id, mail);
        }
        return MailWrites.claim(account.id, mail, now, now.plus(CLAIM))
                .chain(claimed -> claimed ? deliver(account, mail) : waitForGate(account.id, mail));
    }

    private Uni<Void> deliver(AccountDocument account, PendingMail mail) {
        return Uni.createFrom()
                .deferred(() ->
                        sender.send(renderer.render(account.emailKey, mail, language(account, mail), secret(mail))))
                .chain(() -> MailWrites.remove(account.id, mail))
                .onFailure()
                .recoverWithUni(failure -> postpone(account, mail, failure));
    }

    private String secret(PendingMail mail) {
        return mail.encryptedCode() == null ? "" : master.decrypt(mail.encryptedCode());
    }

    private static Language language(AccountDocument account, PendingMail mail) {
        return Language.named(mail.language() == null ? account.language : mail.language());
    }

    /** An address that the mailer does not take will not be taken later either. */
    private Uni<Void> postpone(AccountDocument account, PendingMail mail, Throwable failure) {
        int failed = mail.failedAttempts() + 1;
        if (failure instanceof IllegalArgumentException || failed >= MOST_ATTEMPTS) {
            Log.errorf("Gave up the %s mail of account %s: %s", mail.template(), account.id, failure);
            givenUp.increment();
            return MailWrites.remove(account.id, mail);
        }
        Log.warnf("The %s mail of account %s is tried again later: %s", mail.template(), account.id, failure);
        return MailWrites.retryAt(account.id, mail, clock.instant().plus(pauseAfter(failed)));
    }

    static Duration pauseAfter(int failed) {
        Duration doubled = PAUSE.multipliedBy(1L << Math.min(failed - 1, 20));
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    /** Where another mail of the account left within the minute, this one leaves after it. */
    private Uni<Void> waitForGate(String accountId, PendingMail mail) {
        return MailWrites.waitForGate(accountId, mail, clock.instant());
    }
}
