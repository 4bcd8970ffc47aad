package dev.regulars.identity.directory.link;

import dev.regulars.eventing.worker.Worklists;
import dev.regulars.identity.accounts.Account;
import dev.regulars.identity.accounts.Accounts;
import dev.regulars.identity.directory.community.CommunityClient;
import dev.regulars.identity.directory.creation.UserExtras;
import dev.regulars.identity.directory.link.Links.AcceptedLink;
import dev.regulars.identity.directory.link.Links.AnsweredLink;
import dev.regulars.identity.directory.member.MemberProjection;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.refusal.Refusal;
import io.quarkus.logging.Log;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Carries out what owners of accounts accepted: at once where possible, else later. */
@Startup
@ApplicationScoped
class AcceptedLinkWorker {

    private static final Duration LEFT_BEHIND = Duration.ofSeconds(5);

    private final Links links;
    private final Accounts accounts;
    private final CommunityClient communities;
    private final MemberProjection members;
    private final UserExtras extras;

    AcceptedLinkWorker(
            Worklists worklists,
            Links links,
            Accounts accounts,
            CommunityClient communities,
            MemberProjection members,
            UserExtras extras) {
        this.links = links;
        this.accounts = accounts;
        this.communities = communities;
        this.members = members;
        this.extras = extras;
        var unused = worklists.every(
                Duration.ofSeconds(2),
                "Carrying out accepted links",
                now -> links.accepted(now.minus(LEFT_BEHIND)),
                accepted -> accepted.community() + ":" + accepted.accountId(),
                (accepted, now) -> finish(accepted),
                links::postpone);
    }

    /** Idempotent. One that fails is finished later: its owner has answered already. */
    Uni<Void> finish(AnsweredLink answered) {
        return links.accepted(answered)
                .onItem()
                .ifNotNull()
                .transformToUni(this::finish)
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> Log.warnf("Accepted link %s waits: %s", answered.linkId(), failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    /** A community that does not exist will not exist later. */
    private Uni<Void> finish(AcceptedLink accepted) {
        return carryOut(accepted)
                .onFailure(failure -> failure instanceof Refusal no && no.kind() == Kind.NOT_FOUND)
                .recoverWithUni(failure -> {
                    Log.errorf("Gave up the link of account %s: %s", accepted.accountId(), failure.getMessage());
                    return Uni.createFrom().voidItem();
                })
                .chain(() -> links.complete(accepted));
    }

    /** The entry comes first, so that the names in it are those that the community has for the person. */
    private Uni<Void> carryOut(AcceptedLink accepted) {
        return accounts.find(accepted.accountId())
                .onItem()
                .ifNotNull()
                .transformToUni(account -> members.introduce(
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
                        .chain(membership -> members.store(membership)
                                .chain(() -> extras.apply(accepted.community(), account.id())));
    }
}
