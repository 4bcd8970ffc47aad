package dev.regulars.identity.directory.link;

import dev.regulars.eventing.Poller;
import dev.regulars.identity.accounts.mail.MailTemplate;
import dev.regulars.identity.accounts.mail.PendingMails;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Hands each question to the mails of the account; a crash in between repeats a mail, with the same token. */
@ApplicationScoped
public class LinkMailWorker {

    private final PendingMails mails;
    private final Poller poller;

    LinkMailWorker(Vertx vertx, PendingMails mails) {
        this.mails = mails;
        this.poller = Poller.every(vertx, Duration.ofSeconds(2), "Asking owners of accounts", this::round);
    }

    void start(@Observes StartupEvent started) {
        poller.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        poller.stop();
    }

    /** There may be somebody to ask now. */
    public void wake() {
        poller.wake();
    }

    private Uni<Void> round() {
        return LinkDocument.toBeAsked()
                .onItem()
                .transformToMulti(links -> Multi.createFrom().iterable(links))
                .onItem()
                .transformToUniAndConcatenate(this::ask)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> ask(LinkDocument link) {
        @Nullable String token = link.encryptedToken;
        return token == null
                ? Uni.createFrom().voidItem()
                : mails.owe(link.accountId, link.tokenHash, MailTemplate.LINK_ACCOUNT, token)
                        .chain(() -> LinkDocument.asked(link));
    }
}
