package dev.regulars.identity.directory.link;

import dev.regulars.eventing.worker.Worklist;
import dev.regulars.eventing.worker.Worklists;
import dev.regulars.identity.accounts.Accounts;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/** Hands each link request to the mails of its account; a crash in between repeats a mail, with the same token. */
@Startup
@ApplicationScoped
public class LinkMailWorker {

    /** After another request mailed the owner within the hour. */
    private static final Duration LATER = Duration.ofMinutes(20);

    private final Accounts accounts;
    private final Worklist<LinkDocument> worklist;

    LinkMailWorker(Worklists worklists, Accounts accounts) {
        this.accounts = accounts;
        this.worklist = worklists.every(
                Duration.ofSeconds(2),
                "Mailing link requests",
                now -> LinkDocument.mailsDue(Instant.now()), // real time, even where the clock is shifted
                link -> link.id,
                (link, now) -> mail(link, Instant.now()),
                LinkDocument::postponeMail);
    }

    /** A link may have been requested now. */
    public void wake() {
        worklist.wake();
    }

    /** A request that expired while it waited is not mailed any more. */
    private Uni<Void> mail(LinkDocument link, Instant now) {
        if (link.encryptedToken == null || link.expiresAt.isBefore(now)) {
            return LinkDocument.mailed(link);
        }
        return accounts.mailLinkRequest(link.accountId, link.tokenHash, link.encryptedToken)
                .chain(enqueued ->
                        enqueued ? LinkDocument.mailed(link) : LinkDocument.postponeMail(link, now.plus(LATER)));
    }
}
