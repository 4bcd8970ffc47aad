package dev.regulars.identity.directory.user;

import static dev.regulars.identity.IdentityError.EMAIL_TAKEN;

import dev.regulars.eventing.DuplicateKey;
import dev.regulars.eventing.once.Call;
import dev.regulars.eventing.once.Once;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.identity.accounts.ProvisionedAccounts;
import dev.regulars.identity.accounts.ProvisionedAccounts.Draft;
import dev.regulars.identity.accounts.ProvisionedAccounts.ExistingAccount;
import dev.regulars.identity.accounts.Provisioner;
import dev.regulars.identity.directory.link.LinkMailWorker;
import dev.regulars.identity.directory.link.Links;
import dev.regulars.identity.directory.member.Directory;
import dev.regulars.identity.directory.user.UserOutcome.PendingUser;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Adds a person to a community. Where nobody has the address, the account is written with the join that it is owed; the
 * join follows before the answer, and where it cannot, whoever asks again, or the worker, finishes it. Where somebody has
 * it whom the community does not know, they are asked first.
 */
@ApplicationScoped
class CreateUser {

    private final ProvisionedAccounts accounts;
    private final Directory directory;
    private final Links links;
    private final LinkMailWorker owners;
    private final PendingJoinWorker joins;
    private final Once once;

    CreateUser(
            ProvisionedAccounts accounts,
            Directory directory,
            Links links,
            LinkMailWorker owners,
            PendingJoinWorker joins,
            Once once) {
        this.accounts = accounts;
        this.directory = directory;
        this.links = links;
        this.owners = owners;
        this.joins = joins;
        this.once = once;
    }

    /** Who became known between our look and our write is looked at once more. */
    Uni<UserOutcome> create(Call call, NewUser wanted, Provisioner maker) {
        return accounts.draft(wanted.wanted(maker))
                .chain(draft -> once.perform(call, UserOutcome.class, tx -> decide(tx, draft, wanted, maker))
                        .onFailure(failure -> ProvisionedAccounts.taken(failure) || DuplicateKey.is(failure))
                        .retry()
                        .atMost(1))
                .call(this::finish);
    }

    private Uni<UserOutcome> decide(Tx tx, Draft draft, NewUser wanted, Provisioner maker) {
        return accounts.known(tx, wanted.email(), maker).chain(known -> {
            if (known == null) {
                return accounts.make(tx, draft).map(CreatedUser::of);
            }
            return known.isOwedToMaker()
                    ? Uni.createFrom().item(CreatedUser.of(known.account()))
                    : askOrRefuse(tx, known, wanted, maker);
        });
    }

    private Uni<UserOutcome> askOrRefuse(Tx tx, ExistingAccount known, NewUser wanted, Provisioner maker) {
        String community = maker.communityId();
        return directory.knows(tx, community, known.account().id()).chain(there -> {
            if (there || known.isOfCommunity()) {
                throw EMAIL_TAKEN.because("address is of one whom the community knows");
            }
            return links.ask(tx, wanted.wish(community, known.account())).replaceWith(PendingUser.of(wanted));
        });
    }

    private Uni<Void> finish(UserOutcome outcome) {
        return switch (outcome) {
            case CreatedUser created -> joins.finish(created._id());
            case PendingUser pending -> Uni.createFrom().voidItem().invoke(owners::wake);
        };
    }
}
