package dev.regulars.identity.directory.link;

import dev.regulars.eventing.Poller;
import dev.regulars.identity.accounts.Accounts;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;

/** Hands each link request to the mails of its account; a crash in between repeats a mail, with the same token. */
@ApplicationScoped
public class LinkMailWorker {

    private static final Duration POSTPONED = Duration.ofMinutes(1);
    /** After another request mailed the owner within the hour. */
    private static final Duration LATER = Duration.ofMinutes(20);

    private final Accounts accounts;
    private final Poller poller;

    LinkMailWorker(Vertx vertx, Accounts accounts) {
        this.accounts = accounts;
        this.poller = Poller.every(vertx, Duration.ofSeconds(2), "Mailing link requests", this::mailDue);
    }

    void start(@Observes StartupEvent started) {
        poller.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        poller.stop();
    }

    /** A link may have been requested now. */
    public void wake() {
        poller.wake();
    }

    private Uni<Void> mailDue() {
        return LinkDocument.mailsDue(Instant.now())
                .onItem()
                .transformToMulti(links -> Multi.createFrom().iterable(links))
                .onItem()
                .transformToUniAndConcatenate(this::mailOrPostpone)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> mailOrPostpone(LinkDocument link) {
        return Uni.createFrom().deferred(() -> mail(link)).onFailure().recoverWithUni(failure -> {
            Log.warnf("A link request to account %s is mailed later: %s", link.accountId, failure);
            return LinkDocument.postponeMail(link, Instant.now().plus(POSTPONED));
        });
    }

    /** A request that expired while it waited is not mailed any more. */
    private Uni<Void> mail(LinkDocument link) {
        Instant now = Instant.now();
        if (link.encryptedToken == null || link.expiresAt.isBefore(now)) {
            return LinkDocument.mailed(link);
        }
        return accounts.mailLinkRequest(link.accountId, link.tokenHash, link.encryptedToken)
                .chain(enqueued ->
                        enqueued ? LinkDocument.mailed(link) : LinkDocument.postponeMail(link, now.plus(LATER)));
    }
}
