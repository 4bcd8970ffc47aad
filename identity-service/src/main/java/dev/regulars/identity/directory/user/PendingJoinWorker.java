package dev.regulars.identity.directory.user;

import dev.regulars.eventing.Poller;
import dev.regulars.identity.accounts.ProvisionedAccounts;
import dev.regulars.identity.accounts.ProvisionedAccounts.PendingJoin;
import dev.regulars.identity.directory.community.CommunityClient;
import dev.regulars.identity.directory.member.Directory;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Makes good the joins that accounts are owed: at once for whoever waits, and later for whoever went away. */
@ApplicationScoped
class PendingJoinWorker {

    private static final Duration LEFT_BEHIND = Duration.ofSeconds(5);

    private final ProvisionedAccounts accounts;
    private final CommunityClient communities;
    private final Directory directory;
    private final Poller poller;

    PendingJoinWorker(Vertx vertx, ProvisionedAccounts accounts, CommunityClient communities, Directory directory) {
        this.accounts = accounts;
        this.communities = communities;
        this.directory = directory;
        this.poller = Poller.every(vertx, Duration.ofSeconds(2), "Joins that are owed", this::round);
    }

    void start(@Observes StartupEvent started) {
        poller.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        poller.stop();
    }

    /** Done when the member can be read; to be called as often as one likes. */
    Uni<Void> finish(String accountId) {
        return accounts.owed(accountId).chain(this::pay);
    }

    private Uni<Void> pay(@Nullable PendingJoin owed) {
        if (owed == null) {
            return Uni.createFrom().voidItem();
        }
        return communities
                .join(owed.communityId(), owed.account().id(), owed.accessLevel())
                .chain(directory::store)
                .chain(() -> accounts.paid(owed.account().id()));
    }

    /** One that cannot be paid goes to the end of the line: it is no reason to leave the others. */
    private Uni<Void> payOrPostpone(PendingJoin owed) {
        return pay(owed).onFailure().recoverWithUni(failure -> {
            Log.warnf("Account %s is still owed a join: %s", owed.account().id(), failure.getMessage());
            return accounts.postponed(owed.account().id());
        });
    }

    private Uni<Void> round() {
        return accounts.owedSince(LEFT_BEHIND)
                .onItem()
                .transformToMulti(owing -> Multi.createFrom().iterable(owing))
                .onItem()
                .transformToUniAndConcatenate(this::payOrPostpone)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
