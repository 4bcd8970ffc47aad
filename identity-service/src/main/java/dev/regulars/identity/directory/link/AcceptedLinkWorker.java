package dev.regulars.identity.directory.link;

import dev.regulars.identity.directory.link.Links.AnsweredLink;
import dev.regulars.eventing.Poller;
import dev.regulars.identity.accounts.Account;
import dev.regulars.identity.accounts.Accounts;
import dev.regulars.identity.directory.community.CommunityClient;
import dev.regulars.identity.directory.link.Links.AcceptedLink;
import dev.regulars.identity.directory.member.Directory;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.refusal.Refusal;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** Carries out what owners of accounts accepted: at once where possible, else later. */
@ApplicationScoped
class AcceptedLinkWorker {

    private static final Duration LEFT_BEHIND = Duration.ofSeconds(5);
    private static final Duration POSTPONED = Duration.ofSeconds(10);
    private static final int AT_ONCE = 8;

    private final Links links;
    private final Accounts accounts;
    private final CommunityClient communities;
    private final Directory directory;
    private final Poller poller;

    AcceptedLinkWorker(Vertx vertx, Links links, Accounts accounts, CommunityClient communities, Directory directory) {
        this.links = links;
        this.accounts = accounts;
        this.communities = communities;
        this.directory = directory;
        this.poller = Poller.every(vertx, Duration.ofSeconds(2), "Carrying out accepted links", this::carryOutDue);
    }

    void start(@Observes StartupEvent started) {
        poller.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        poller.stop();
    }

    /** Idempotent. One that has to wait is finished later: its owner has answered already. */
    Uni<Void> finish(AnsweredLink answered) {
        return links.accepted(answered)
                .onItem()
                .ifNotNull()
                .transformToUni(this::carryOutOrPostpone)
                .replaceWithVoid();
    }

    private Uni<Void> carryOutDue() {
        return links.accepted(LEFT_BEHIND)
                .onItem()
                .transformToMulti(waiting -> Multi.createFrom().iterable(waiting))
                .onItem()
                .transformToUni(this::carryOutOrPostpone)
                .merge(AT_ONCE)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> carryOutOrPostpone(AcceptedLink accepted) {
        return carryOut(accepted)
                .chain(() -> links.complete(accepted))
                .onFailure()
                .recoverWithUni(failure -> {
                    if (failure instanceof Refusal no && no.kind() == Kind.NOT_FOUND) {
                        Log.errorf("Gave up the link of account %s: %s", accepted.accountId(), failure.getMessage());
                        return links.complete(accepted);
                    }
                    Log.warnf("The link of account %s waits: %s", accepted.accountId(), failure.getMessage());
                    return links.postpone(accepted, POSTPONED);
                });
    }

    /** The entry comes first, so that the names in it are those that the community has for the person. */
    private Uni<Void> carryOut(AcceptedLink accepted) {
        return accounts.find(accepted.accountId())
                .onItem()
                .ifNotNull()
                .transformToUni(account -> directory
                        .introduce(
                                accepted.community(),
                                account.named(accepted.firstName(), accepted.lastName(), accepted.displayName()))
                        .chain(() -> join(accepted, account)))
                .replaceWithVoid();
    }

    private Uni<Void> join(AcceptedLink accepted, Account account) {
        Integer accessLevel = accepted.accessLevel();
        return accessLevel == null
                ? Uni.createFrom().voidItem()
                : communities
                        .join(accepted.community().id(), account, accessLevel)
                        .chain(directory::store);
    }
}
