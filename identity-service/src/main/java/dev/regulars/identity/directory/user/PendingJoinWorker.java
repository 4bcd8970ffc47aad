package dev.regulars.identity.directory.user;

import dev.regulars.eventing.Poller;
import dev.regulars.identity.accounts.PendingJoin;
import dev.regulars.identity.accounts.ProvisionedAccounts;
import dev.regulars.identity.directory.community.CommunityClient;
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
import org.jspecify.annotations.Nullable;

/** Carries out the joins that created accounts wait for: at once for the caller, later for one that went away. */
@ApplicationScoped
class PendingJoinWorker {

    private static final Duration LEFT_BEHIND = Duration.ofSeconds(5);
    private static final Duration POSTPONED = Duration.ofSeconds(10);
    private static final int AT_ONCE = 8;

    private final ProvisionedAccounts accounts;
    private final CommunityClient communities;
    private final Directory directory;
    private final Poller poller;

    PendingJoinWorker(Vertx vertx, ProvisionedAccounts accounts, CommunityClient communities, Directory directory) {
        this.accounts = accounts;
        this.communities = communities;
        this.directory = directory;
        this.poller = Poller.every(vertx, Duration.ofSeconds(2), "Carrying out pending joins", this::joinDue);
    }

    void start(@Observes StartupEvent started) {
        poller.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        poller.stop();
    }

    /** Completes once the member can be read; idempotent. */
    Uni<Void> finish(String accountId) {
        return accounts.pendingJoin(accountId).chain(this::finish);
    }

    /** The same with the join at hand. */
    Uni<Void> finish(@Nullable PendingJoin join) {
        return join == null
                ? Uni.createFrom().voidItem()
                : communities
                        .join(join.communityId(), join.account(), join.accessLevel())
                        .chain(membership -> directory.store(membership, join.account()))
                        .chain(() -> accounts.completeJoin(join.account().id()));
    }

    private Uni<Void> joinDue() {
        return accounts.pendingJoins(LEFT_BEHIND)
                .onItem()
                .transformToMulti(waiting -> Multi.createFrom().iterable(waiting))
                .onItem()
                .transformToUni(this::finishOrPostpone)
                .merge(AT_ONCE)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** A community that does not exist will not exist later; anything else goes to the end of the queue. */
    private Uni<Void> finishOrPostpone(PendingJoin join) {
        String account = join.account().id();
        return finish(join).onFailure().recoverWithUni(failure -> {
            if (failure instanceof Refusal no && no.kind() == Kind.NOT_FOUND) {
                Log.errorf("Gave up the join of account %s: %s", account, failure.getMessage());
                return accounts.completeJoin(account);
            }
            Log.warnf("The join of account %s waits: %s", account, failure.getMessage());
            return accounts.postponeJoin(account, POSTPONED);
        });
    }
}
