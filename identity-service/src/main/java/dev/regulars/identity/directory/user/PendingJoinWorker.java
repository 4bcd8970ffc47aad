package dev.regulars.identity.directory.user;

import dev.regulars.eventing.worker.Worklists;
import dev.regulars.identity.accounts.PendingJoin;
import dev.regulars.identity.accounts.ProvisionedAccounts;
import dev.regulars.identity.directory.community.CommunityClient;
import dev.regulars.identity.directory.creation.UserExtras;
import dev.regulars.identity.directory.member.MemberProjection;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.refusal.Refusal;
import io.quarkus.logging.Log;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Carries out the joins that created accounts wait for: at once for the caller, later for one that went away. */
@Startup
@ApplicationScoped
class PendingJoinWorker {

    private static final Duration LEFT_BEHIND = Duration.ofSeconds(5);

    private final ProvisionedAccounts accounts;
    private final CommunityClient communities;
    private final MemberProjection members;
    private final UserExtras extras;

    PendingJoinWorker(
            Worklists worklists,
            ProvisionedAccounts accounts,
            CommunityClient communities,
            MemberProjection members,
            UserExtras extras) {
        this.accounts = accounts;
        this.communities = communities;
        this.members = members;
        this.extras = extras;
        var unused = worklists.every(
                Duration.ofSeconds(2),
                "Carrying out pending joins",
                now -> accounts.pendingJoins(now.minus(LEFT_BEHIND)),
                join -> join.account().id(),
                (join, now) -> finishOrGiveUp(join),
                (join, until) -> accounts.postponeJoin(join.account().id(), until));
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
                        .chain(membership -> members.store(membership, join.account())
                                .chain(() -> extras.apply(
                                        membership.community(), join.account().id())))
                        .chain(() -> accounts.completeJoin(join.account().id()));
    }

    /** A community that does not exist will not exist later. */
    private Uni<Void> finishOrGiveUp(PendingJoin join) {
        return finish(join)
                .onFailure(failure -> failure instanceof Refusal no && no.kind() == Kind.NOT_FOUND)
                .recoverWithUni(failure -> {
                    Log.errorf(
                            "Gave up the join of account %s: %s", join.account().id(), failure.getMessage());
                    return accounts.completeJoin(join.account().id());
                });
    }
}
